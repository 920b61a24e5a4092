using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks;

var builder = WebApplication.CreateBuilder(args);
builder.AddTasks();

var app = builder.Build();
app.MapTasks();
return await app.RunOrRebuild(args);
