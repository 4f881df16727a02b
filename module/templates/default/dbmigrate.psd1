# Settings of this migrations folder. Literals only: nothing in here is ever run.
# Paths are relative to this file. What is commented out shows the default, or an example.
@{
    # The target: the project (.csproj or its folder) or the built assembly that holds the DbContext.
    # Project          = '../src/Shop'
    # Assembly         = '../bin/Shop.dll'

    # Of a project for several frameworks, the one to use; else the newest that can run. What the target's app is started with.
    # Framework        = 'net10.0'
    # AppArguments     = @('--tenant', 'north')

    # The DbContext, where the target has several.
    # Context          = 'ShopContext'

    # Several databases in this folder: each has methods of its own in every script (UpOrders, DownOrders), the default
    # one has Up and Down. A connection string is never stored here, only the name of an environment variable with it.
    # Databases        = @{ Shop = @{ Context = 'ShopContext'; Default = $true }; Orders = @{ Context = 'OrdersContext'; ConnectionStringVariable = 'ORDERS_DB' } }

    # The folders with revision scripts; a new one goes to the folder of its parent, or where -VersionPath says.
    # Sub-folders count where RecursiveLocations is $true, and where FileNameTemplate makes some.
    # Locations        = @('versions')
    # RecursiveLocations = $false

    # The table in which the database keeps what was applied, and its schema.
    # HistoryTable     = '__DbMigrationHistory'
    # HistorySchema    = ''

    # The file name of a new revision: {year} {month} {day} {hour} {minute} {second} {epoch} {rev} {slug}, and '/' for sub-folders.
    # FileNameTemplate = '{year}{month}{day}_{hour}{minute}_{rev}_{slug}'
    # SlugLength       = 40

    # The time zone of dates in file names, as the system names it; '' for UTC.
    # TimeZone         = ''

    # What is not ours is neither created nor changed nor dropped: patterns with * and ? by kind (Schemas, Tables, Columns,
    # Indexes, ForeignKeys, UniqueConstraints, Checks, Sequences, Views, Triggers). With Include only what fits is ours.
    # Include          = @{ Tables = 'shop_*' }
    # Exclude          = @{ Tables = 'audit_*', 'hangfire.*'; Columns = 'users.legacy_*' }

    # Commands to run on each new script, in this order; {file} is its path. No shell reads the arguments.
    # PostWrite        = @(@{ Command = 'dotnet'; Arguments = 'format', 'whitespace', '..', '--folder', '--include-generated', '--include', '{file}' })
}
