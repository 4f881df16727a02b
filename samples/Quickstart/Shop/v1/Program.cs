using Shop;

// The shop itself is not what this sample is about: it fills its tables, and shows what is in them.
using var shop = new ShopContext();
if (args is ["fill"])
    Rows.Fill(shop);
else
    Rows.Show(shop);
