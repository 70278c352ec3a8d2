#include "server/logistics/payment_rules.h"

#include "db/association_store.h"
#include "server/domain/policy.h"

namespace remise::logistics {

std::int64_t amountDue(const db::RequestRow& row) {
    if (row.state.textOr("way") != "commande" || row.state.has("means")) return 0;
    std::int64_t due = 0;
    for (const domain::Value& line : row.state["lines"].array())
        due += line.integerOr("quantity", 0) * line.integerOr("price_cents", 0);
    return due;
}

bool paysLater(db::Connection& connection, const db::RequestRow& row) {
    const auto association = db::findAssociation(connection, row.association);
    return association && association->legalKind == "public_library";
}

bool waitsForPayment(db::Connection& connection, const db::RequestRow& row) {
    return row.stage == "confirmed" && amountDue(row) > 0 && !paysLater(connection, row);
}

bool mayBePrepared(db::Connection& connection, const db::RequestRow& row) {
    return domain::containsWord("confirmed paid preparing partly_shipped", row.stage) &&
           !waitsForPayment(connection, row);
}

}  // namespace remise::logistics
