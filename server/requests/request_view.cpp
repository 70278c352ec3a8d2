#include "server/requests/request_view.h"

#include "db/event_store.h"
#include "db/product_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/payment.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/logistics/payment_rules.h"
#include "server/requests/request_progress.h"
#include "server/workshop/unit_view.h"

namespace remise::requests {

using domain::Subject;
using domain::Value;

namespace {

const char* badgeOf(std::string_view stage) {
    if (domain::containsWord("cancelled refused", stage)) return "stop";
    if (domain::containsWord("shipped delivered closed partly_shipped", stage)) return "go";
    return "info";
}

bool isCommande(const db::RequestRow& row) {
    return row.state.textOr("way") == "commande";
}

}  // namespace

RequestView::RequestView(db::Connection& connection, const http::Strings& strings, domain::Language language)
    : m_connection(connection), m_strings(strings), m_language(language) {
    for (auto& product : db::listProducts(connection, db::Products::all))
        m_products.emplace(product.sku, std::move(product));
}

std::string RequestView::say(const std::string& key, const Details& details) const {
    return m_strings.text("requests." + key, m_language, details);
}

RequestView::Details RequestView::price(const db::RequestRow& row) const {
    return {{"amount", domain::moneyInWords(domain::totalOf(row.state), m_language)}};
}

std::string RequestView::sayOf(const db::RequestRow& row, const std::string& key,
                               const Details& details) const {
    const std::string own = key + "_commande";
    const bool hasOwn = isCommande(row) && m_strings.table(m_language).contains("requests." + own);
    return say(hasOwn ? own : key, details);
}

std::string RequestView::productName(const std::string& sku) const {
    const auto found = m_products.find(sku);
    return found == m_products.end() ? sku : found->second.name(m_language);
}

/// "3 × Portable bureautique", and how many more lines there are.
std::string RequestView::what(const db::RequestRow& row) const {
    std::string text;
    for (const Value& line : row.state["lines"].array()) {
        if (!text.empty()) text += ", ";
        text +=
            std::to_string(line.integerOr("quantity", 0)) + "\u00a0× " + productName(line.textOr("product"));
    }
    return text;
}

Value RequestView::summary(const db::RequestRow& row) const {
    const std::string way = row.state.textOr("way", "demande");
    const bool isTheirTurn =
        domain::containsWord("proposed incomplete", row.stage) || logistics::waitsForPayment(row);
    return Value::Object{
        {"number", row.number},
        {"way", say("way." + way)},
        {"what", what(row)},
        {"changed", say("changed", {{"date", domain::dateInWords(row.changedAt, m_language)}})},
        {"sent", domain::dateInWords(row.submittedAt, m_language)},
        {"is_waiting_for_them", isTheirTurn},
        {"badge", Value::Object{{"state", isTheirTurn ? "wait" : badgeOf(row.stage)},
                                {"label", domain::stageWord(Subject::request, row.stage, m_language)}}}};
}

Value RequestView::steps(const db::RequestRow& row) const {
    Value::Array list;
    for (const auto& step : progressOf(row.stage))
        list.push_back(Value::Object{{"label", say("step." + std::string(step.key))},
                                     {"is_done", step.mark == Mark::done},
                                     {"is_current", step.mark == Mark::current},
                                     {"is_stopped", step.mark == Mark::stopped}});
    return list;
}

Value RequestView::lines(const db::RequestRow& row) const {
    Value::Array list;
    for (const Value& line : row.state["lines"].array()) {
        const std::int64_t quantity = line.integerOr("quantity", 0), price = line.integerOr("price_cents", 0);
        list.push_back(Value::Object{{"product", productName(line.textOr("product"))},
                                     {"sku", line.textOr("product")},
                                     {"quantity", quantity},
                                     {"unit_price", domain::moneyInWords(price, m_language)},
                                     {"line_price", domain::moneyInWords(quantity * price, m_language)}});
    }
    return Value::Object{{"rows", list},
                         {"total", domain::moneyInWords(domain::totalOf(row.state), m_language)}};
}

Value RequestView::units(const db::RequestRow& row) const {
    db::UnitFilter filter;
    filter.request = row.number;
    Value::Array list;
    for (const auto& unit : db::listUnits(m_connection, filter)) {
        Value view = workshop::unitView(unit, m_strings, m_language);
        view["carrier"] = unit.state.textOr("carrier").empty()
                              ? ""
                              : m_strings.text("carrier." + unit.state.textOr("carrier"), m_language);
        list.push_back(std::move(view));
    }
    return list;
}

Value RequestView::history(const db::RequestRow& row) const {
    Value::Array list;
    for (const auto& stored : db::readEvents(m_connection, Subject::request, row.id)) {
        const Value data = domain::readCanonical(stored.canonicalData);
        const std::string stage = data.textOr("unit_stage");
        // What was kept for a proposal is told by the proposal itself.
        if (stored.event.kind == "progress" && (stage.empty() || stage == "reserved")) continue;
        const Details details{{"code", data.textOr("unit")},
                              {"stage", std::string(domain::stageWord(Subject::unit, stage, m_language))}};
        list.push_back(Value::Object{{"when", domain::momentInWords(stored.event.recordedAt, m_language)},
                                     {"happened", sayOf(row, "event." + stored.event.kind, details)}});
    }
    return list;
}

/// Once a commande is accepted, who pays before and who pays after read different sentences.
std::string RequestView::next(const db::RequestRow& row) const {
    const Details amount{{"amount", domain::moneyInWords(domain::amountDue(row.state), m_language)}};
    if (logistics::waitsForPayment(row)) return say("next.confirmed_commande", amount);
    if (row.stage == "confirmed" && domain::amountDue(row.state) > 0)
        return say("next.confirmed_later", amount);
    if (row.stage == "cancelled" && row.state.has("means")) return say("next.cancelled_paid", price(row));
    return say("next." + row.stage);
}

/// Who calls off what was paid for reads whom to ask for the money.
void RequestView::addCancelling(Value& page, const db::RequestRow& row) const {
    page["can_cancel"] = mayCancel(row.stage);
    page["cancel"] = sayOf(row, "cancel");
    page["cancel_send"] = sayOf(row, "cancel_send");
    page["cancel_text"] = row.state.has("means") ? say("cancel_text_paid", price(row)) : say("cancel_text");
}

/// Where it is, what happens next: one sentence each.
void RequestView::addSentences(Value& page, const db::RequestRow& row) const {
    const std::string reason = row.state.textOr("reason"), missing = row.state.textOr("missing");
    const auto known = [&](const std::string& group, const std::string& word) {
        const std::string key = group + "." + word;
        return m_strings.table(m_language).contains("requests." + key) ? sayOf(row, key) : "";
    };
    page["now"] = sayOf(row, "now." + row.stage);
    page["dated"] = say("dated", {{"date", domain::dateInWords(row.changedAt, m_language)}});
    page["next"] = next(row);
    page["why"] = row.stage == "incomplete" ? known("missing", missing)
                  : row.stage == "refused"  ? known("refusal", reason)
                                            : "";
}

Value RequestView::page(const db::RequestRow& row) const {
    Value page = summary(row);
    const std::string way = row.state.textOr("way", "demande");
    page["title"] = say("way." + way) + " " + row.number;
    page["version"] = row.version;
    page["steps"] = steps(row);
    addSentences(page, row);
    page["is_funded"] = way == "demande";
    page["lines"] = lines(row);
    const Value found = units(row);
    page["has_units"] = !found.array().empty();
    page["units"] = found;
    page["history"] = history(row);
    page["has_delivery_note"] = row.state.has("delivery_note");
    page["purpose"] =
        row.state.has("purpose") &&
                m_strings.table(m_language).contains("order.purpose." + row.state.textOr("purpose"))
            ? m_strings.text("order.purpose." + row.state.textOr("purpose"), m_language)
            : "";
    page["can_answer"] = row.stage == "proposed";
    addCancelling(page, row);
    return page;
}

Value reasonChoices(std::span<const std::string_view> words, const std::string& group,
                    const http::Strings& strings, domain::Language language) {
    Value::Array list;
    for (const auto word : words)
        list.push_back(
            Value::Object{{"value", word},
                          {"label", strings.text("requests." + group + "." + std::string(word), language)}});
    return list;
}

}  // namespace remise::requests
