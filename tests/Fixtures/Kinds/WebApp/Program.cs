using System;
using Kinds;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WebApp;

Console.WriteLine("The web app prints.");
var builder = WebApplication.CreateBuilder(args);
var shop = builder.Configuration.GetConnectionString("Shop");
builder.Services.AddSingleton<Clock>();
builder.Services.AddDbContext<ShopContext>(o => o.UseDatabase(shop));
builder.Services.AddDbContextPool<PooledContext>(o => o.UseSqlite("Data Source=pooled.db"));
builder.Services.AddDbContextFactory<FactoryContext>(o => o.UseSqlite("Data Source=factory.db"));
builder.Services.AddPooledDbContextFactory<PooledFactoryContext>(o => o.UseSqlite("Data Source=pooled-factory.db"));
builder.Services.AddDbContext<TenantContext<Customer>>(o => o.UseSqlite("Data Source=tenant.db"));
builder.Services.AddHostedService<NeverStarted>();
try
{
    var app = builder.Build();
    app.Run();
}
finally
{
    NeverStarted.Note("ended.txt");
}
