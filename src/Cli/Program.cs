return await Campaign.Cli.CliApp.Run(args);
