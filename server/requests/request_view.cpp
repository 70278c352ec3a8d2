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

}  // namespace

RequestView::RequestView(db::Connection& connection, const http::Strings& strings, domain::Language language)
    : m_connection(connection), m_strings(strings), m_language(language) {
    for (auto& product : db::listProducts(connection, db::Products::all))
        m_products.emplace(product.sku, std::move(product));
}

std::string RequestView::say(const std::string& key, const Details& details) const {
    return m_strings.text("requests." + key, m_language, details);
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
        {"since", say("since", {{"date", domain::dateInWords(row.changedAt, m_language)}})},
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
    std::int64_t total = 0;
    for (const Value& line : row.state["lines"].array()) {
        const std::int64_t quantity = line.integerOr("quantity", 0), price = line.integerOr("price_cents", 0);
        total += quantity * price;
        list.push_back(Value::Object{{"product", productName(line.textOr("product"))},
                                     {"sku", line.textOr("product")},
                                     {"quantity", quantity},
                                     {"unit_price", domain::moneyInWords(price, m_language)},
                                     {"line_price", domain::moneyInWords(quantity * price, m_language)}});
    }
    return Value::Object{{"rows", list}, {"total", domain::moneyInWords(total, m_language)}};
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
                                     {"happened", say("event." + stored.event.kind, details)}});
    }
    return list;
}

/// Once a commande is accepted, who pays before and who pays after read different sentences.
std::string RequestView::next(const db::RequestRow& row) const {
    const Details amount{{"amount", domain::moneyInWords(domain::amountDue(row.state), m_language)}};
    if (logistics::waitsForPayment(row)) return say("next.confirmed_commande", amount);
    if (row.stage == "confirmed" && domain::amountDue(row.state) > 0)
        return say("next.confirmed_later", amount);
    return say("next." + row.stage);
}

/// Where it is, what happens next: one sentence each.
void RequestView::addSentences(Value& page, const db::RequestRow& row) const {
    const std::string reason = row.state.textOr("reason"), missing = row.state.textOr("missing");
    const auto known = [&](std::string_view group, const std::string& word) {
        const std::string key = "requests." + std::string(group) + "." + word;
        return !word.empty() && m_strings.table(m_language).contains(key) ? m_strings.text(key, m_language)
                                                                          : "";
    };
    page["now"] = say("now." + row.stage);
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
    page["can_cancel"] = mayCancel(row.stage);
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
