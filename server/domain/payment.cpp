#include "server/domain/payment.h"

namespace remise::domain {

std::int64_t amountDue(const Value& request) {
    if (request.textOr("way") != "commande" || request.has("means")) return 0;
    std::int64_t due = 0;
    for (const Value& line : request["lines"].array())
        due += line.integerOr("quantity", 0) * line.integerOr("price_cents", 0);
    return due;
}

std::int64_t amountDueFirst(const Value& request) {
    return request.boolOr("pay_later", false) ? 0 : amountDue(request);
}

}  // namespace remise::domain
