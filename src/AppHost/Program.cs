using Campaign.AppHost.Engines;
using Campaign.AppHost.Running;
using Campaign.AppHost.Services;
using Campaign.Cli.Services;

var builder = DistributedApplication.CreateBuilder(args);
var data = builder.UseDataDirectory();
var engines = builder.AddEngines(data);

var gateway = builder.AddService<Projects.Gateway>(ServiceProject.Gateway, engines, builder.GatewayPort())
    .WithExternalHttpEndpoints()
    .WithSecretsIn(data)
    .WithNamedUrls();

var tasks = builder.AddService<Projects.Tasks_Service>(ServiceProject.Tasks, engines);
var inspections = builder.AddService<Projects.Inspections_Service>(ServiceProject.Inspections, engines)
    .WithEvidenceIn(data);
var scoring = builder.AddService<Projects.Scoring_Service>(ServiceProject.Scoring, engines);
var integration = builder.AddService<Projects.Integration_Service>(ServiceProject.Integration, engines);

foreach (var service in (IResourceBuilder<ProjectResource>[])[tasks, inspections, scoring, integration])
{
    service.WithMessages(engines).WithGatewayBefore(gateway);
}

builder.AddTool<Projects.Demo>("demo", "演示", gateway, data);

builder.KeepState().Supervise().StopInOrder();
builder.Build().Run();
