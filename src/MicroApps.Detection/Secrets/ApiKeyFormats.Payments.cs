namespace MicroApps.Detection;

internal static partial class ApiKeyFormats
{
    // Providers of payments and shops.
    private static IReadOnlyList<ApiKeyFormat> Payments =>
    [
        new("stripe-live", "Stripe", "sk_live_{a14-247}"),
        new("stripe-test", "Stripe", "sk_test_{a14-247}"),
        new("stripe-restricted", "Stripe", "rk_live_{a16-247}"),
        new("stripe-restricted-test", "Stripe", "rk_test_{a16-247}"),
        new("stripe-production", "Stripe", "sk_prod_{a16-247}"),
        new("stripe-restricted-production", "Stripe", "rk_prod_{a16-247}"),
        new("stripe-webhook", "Stripe", "whsec_{b24-80}"),
        new("square-access", "Square", "sq0atp-{u22}"),
        new("square-secret", "Square", "sq0csp-{u43}"),
        new("square-production", "Square", "EAAA{u60}"),
        new("shopify-access", "Shopify", "shpat_{h32}"),
        new("shopify-custom", "Shopify", "shpca_{h32}"),
        new("shopify-private", "Shopify", "shppa_{h32}"),
        new("shopify-secret", "Shopify", "shpss_{h32}"),
        new("braintree", "Braintree", "access_token$production${l16}${h32}"),
        new("flutterwave-secret", "Flutterwave", "FLWSECK_TEST-{a12-40}"),
        new("flutterwave-live", "Flutterwave", "FLWSECK-{a32}"),
        new("plaid", "Plaid", "access-sandbox-{h8}-{h4}-{h4}-{h4}-{h12}"),
        new("plaid-production", "Plaid", "access-production-{h8}-{h4}-{h4}-{h4}-{h12}"),
        new("easypost", "EasyPost", "EZAK{a54}"),
        new("easypost-test", "EasyPost", "EZTK{a54}"),
        new("razorpay", "Razorpay", "rzp_live_{a14}"),
        new("razorpay-test", "Razorpay", "rzp_test_{a14}"),
        new("paypal", "PayPal", "A21AA{u80-140}"),
        new("mollie", "Mollie, GoCardless or Lob", "live_{u30-44}"),
        new("mollie-test", "Mollie or Lob", "test_{a30-38}"),
        new("paddle", "Paddle", "pdl_live_apikey_{l26}_{a22}_{a3}"),
        new("paddle-test", "Paddle", "pdl_sdbx_apikey_{l26}_{a22}_{a3}"),
        new("pagarme", "Pagar.me", "ak_live_{a24-40}"),
        new("shippo", "Shippo", "shippo_live_{h40}"),
        new("shippo-test", "Shippo", "shippo_test_{h40}"),
        new("shopify-token", "Shopify", "shptka_{h32}"),
        new("shopify-user", "Shopify", "shpua_{h32}"),
        new("woocommerce-key", "WooCommerce", "ck_{h40}"),
        new("woocommerce-secret", "WooCommerce", "cs_{h40}"),
        new("adyen", "Adyen", "AQE{p60-200}"),
        new("checkout", "Checkout.com", "sk_sbox_{l26-32}"),
        new("stytch", "Stytch", "secret-live-{u34-50}"),
        new("stytch-test", "Stytch", "secret-test-{u34-50}"),
        new("heartland", "Heartland", "skapi_cert_{u30-60}"),
    ];
}
