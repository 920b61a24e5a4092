using Campaign.EventStore;
using Campaign.Integration;
using Campaign.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntegration();

var app = builder.Build();
app.MapIntegration();
return await app.RunOrRebuild(args);
