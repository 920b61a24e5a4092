return await Campaign.LocalHost.LocalHostApp.Run(args);
