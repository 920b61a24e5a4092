using Campaign.AppHost.Engines;
using Campaign.AppHost.Operations;
using Campaign.AppHost.Running;
using Campaign.AppHost.Services;
using Campaign.Cli.Services;

var builder = DistributedApplication.CreateBuilder(args);
var data = builder.UseDataDirectory();
var engines = builder.AddEngines(data);

var gateway = builder.AddService<Projects.Gateway>(ServiceProject.Gateway, engines)
    .OnPort(builder.GatewayPort())
    .WithSecretsIn(data)
    .WithNamedUrls()
    .WithFirstAdministrator(data);

builder.AddService<Projects.Tasks_Service>(ServiceProject.Tasks, engines)
    .WithMessages(engines, ServiceProject.Tasks)
    .WithGatewayBefore(gateway)
    .WithRebuild(ServiceProject.Tasks, data)
    .WithRedrive(ServiceProject.Tasks, data);

builder.AddService<Projects.Inspections_Service>(ServiceProject.Inspections, engines)
    .WithMessages(engines, ServiceProject.Inspections)
    .WithEvidenceIn(data)
    .WithGatewayBefore(gateway)
    .WithRebuild(ServiceProject.Inspections, data)
    .WithRedrive(ServiceProject.Inspections, data);

builder.AddService<Projects.Scoring_Service>(ServiceProject.Scoring, engines)
    .WithMessages(engines, ServiceProject.Scoring)
    .WithGatewayBefore(gateway)
    .WithRebuild(ServiceProject.Scoring, data)
    .WithRedrive(ServiceProject.Scoring, data);

builder.AddService<Projects.Integration_Service>(ServiceProject.Integration, engines)
    .WithMessages(engines, ServiceProject.Integration)
    .WithGatewayBefore(gateway)
    .WithRebuild(ServiceProject.Integration, data)
    .WithRedrive(ServiceProject.Integration, data);

builder.AddDemo<Projects.Demo>(gateway, data);
builder.AddScript("bench", "性能测量");
builder.AddScript("chaos", "故障演练");

builder.KeepState().Supervise().StopInOrder();
builder.Build().Run();
