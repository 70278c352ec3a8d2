#include "server/logistics/payment_rules.h"

#include "server/domain/payment.h"
#include "server/domain/policy.h"

namespace remise::logistics {
namespace {

bool isUnderWay(const db::RequestRow& row) {
    return domain::containsWord("confirmed paid preparing partly_shipped", row.stage);
}

}  // namespace

bool waitsForPayment(const db::RequestRow& row) {
    return isUnderWay(row) && domain::amountDueFirst(row.state) > 0;
}

bool mayBePrepared(const db::RequestRow& row) {
    return isUnderWay(row) && domain::amountDueFirst(row.state) == 0;
}

}  // namespace remise::logistics
