#include "server/domain/payment.h"

namespace remise::domain {

std::int64_t totalOf(const Value& request) {
    std::int64_t total = 0;
    for (const Value& line : request["lines"].array())
        total += line.integerOr("quantity", 0) * line.integerOr("price_cents", 0);
    return total;
}

std::int64_t amountDue(const Value& request) {
    const bool isDue = request.textOr("way") == "commande" && !request.has("means");
    return isDue ? totalOf(request) : 0;
}

std::int64_t amountDueFirst(const Value& request) {
    return request.boolOr("pay_later", false) ? 0 : amountDue(request);
}

}  // namespace remise::domain
