using System.Text;
using Campaign.Demo;

Console.OutputEncoding = Encoding.UTF8;
return await DemoProgram.Run(args, Environment.GetEnvironmentVariable, TimeProvider.System);
