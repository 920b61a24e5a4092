using Campaign.Inspections;

var builder = WebApplication.CreateBuilder(args);
builder.AddInspections();

var app = builder.Build();
app.MapInspections();
app.Run();
