using Campaign.EventStore;
using Campaign.Scoring;

var builder = WebApplication.CreateBuilder(args);
builder.AddScoring();

var app = builder.Build();
app.MapScoring();
return await app.RunOrRebuild(args);
