#include "db/product_store.h"

#include "db/database.h"

namespace remise::db {

namespace {

constexpr std::string_view columns =
    "sku, name_fr, name_en, good_for_fr, good_for_en, category, performance_class, grade, price_cents, "
    "reference_new_cents, warranty_months, drawing, published, most_per_association, changed_at";

domain::Product read(Result& row) {
    domain::Product product;
    product.sku = row.text(1);
    product.nameFr = row.text(2);
    product.nameEn = row.text(3);
    product.goodForFr = row.text(4);
    product.goodForEn = row.text(5);
    product.category = row.text(6);
    product.performanceClass = static_cast<int>(row.integer(7));
    product.grade = row.text(8);
    product.priceCents = row.integer(9);
    product.referenceNewCents = row.integer(10);
    product.warrantyMonths = static_cast<int>(row.integer(11));
    product.drawing = row.text(12);
    product.published = row.integer(13) != 0;
    product.mostPerAssociation = static_cast<int>(row.integer(14));
    product.changedAt = row.integer(15);
    return product;
}

}  // namespace

void saveProduct(Connection& connection, const domain::Product& product) {
    connection
        .prepare("REPLACE INTO product (" + std::string(columns) + ") VALUES (" + placeholders(15) + ")")
        .bind(product.sku)
        .bind(product.nameFr)
        .bind(product.nameEn)
        .bind(product.goodForFr)
        .bind(product.goodForEn)
        .bind(product.category)
        .bind(product.performanceClass)
        .bind(product.grade)
        .bind(product.priceCents)
        .bind(product.referenceNewCents)
        .bind(product.warrantyMonths)
        .bind(product.drawing)
        .bind(product.published ? 1 : 0)
        .bind(product.mostPerAssociation)
        .bind(product.changedAt)
        .execute();
}

std::optional<domain::Product> findProduct(Connection& connection, std::string_view sku) {
    auto rows = connection.prepare("SELECT " + std::string(columns) + " FROM product WHERE sku = ?")
                    .bind(sku)
                    .query();
    if (!rows.next()) return {};
    return read(rows);
}

std::vector<domain::Product> listProducts(Connection& connection, Products which) {
    const std::string filter = which == Products::published ? " WHERE published = 1" : "";
    auto rows = connection
                    .prepare("SELECT " + std::string(columns) + " FROM product" + filter +
                             " ORDER BY category, price_cents, sku")
                    .query();
    std::vector<domain::Product> products;
    while (rows.next())
        products.push_back(read(rows));
    return products;
}

}  // namespace remise::db
