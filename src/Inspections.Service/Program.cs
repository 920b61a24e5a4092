using Campaign.EventStore;
using Campaign.Inspections;
using Campaign.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddInspections();

var app = builder.Build();
app.MapInspections();
return await app.RunOrRebuild(args);
