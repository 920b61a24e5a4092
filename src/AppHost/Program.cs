return await Campaign.AppHost.Launcher.Run(args);
