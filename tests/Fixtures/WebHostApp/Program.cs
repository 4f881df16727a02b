using Kinds;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

WebHost.CreateDefaultBuilder(args)
    .ConfigureServices(services => services.AddDbContext<ShopContext>(o => o.UseSqlite("Data Source=web-host.db")))
    .Configure(app => app.UseRouting())
    .Build()
    .Run();
