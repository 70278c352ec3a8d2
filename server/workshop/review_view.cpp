#include "server/workshop/review_view.h"

#include <algorithm>
#include <map>

#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/location_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/workshop/review_order.h"
#include "server/workshop/station_title.h"
#include "server/workshop/unit_view.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t eventsBefore = 2;  ///< shown of the history before the sender's work
constexpr std::size_t mostEvents = 12;

/// Turns the lines into what a page shows, in one reader's language.
class Teller {
public:
    Teller(db::Connection& connection, const http::Strings& strings, const http::Request& request)
        : m_connection(connection), m_strings(strings), m_language(request.language) {
        for (const auto& location : db::listLocations(connection, request.caller.site))
            m_shelves.emplace(location.code, location.name);
    }

    Value tell(const ReviewGroup& group) {
        Value::Array lines, commands;
        for (const ReviewLine& line : group.lines) {
            lines.push_back(told(line));
            commands.push_back(Value::Object{{"command", line.review->command.text()}});
        }
        Value view = Value::Object{{"lines", lines}, {"commands", commands}};
        describe(group, view);
        return view;
    }

private:
    [[nodiscard]] std::string word(const std::string& key, const std::string& otherwise) const {
        const auto& table = m_strings.table(m_language);
        const auto found = table.find(key);
        return found == table.end() ? otherwise : found->second;
    }

    [[nodiscard]] std::string where(const std::string& station) const {
        if (station.empty()) return "";
        return m_strings.text("review.at_station", m_language,
                              {{"station", stationTitle(station, m_language)}});
    }

    [[nodiscard]] Value told(const ReviewLine& line) const {
        const db::Review& review = *line.review;
        return Value::Object{{"kind", kindInWords(review.kind, m_strings, m_language)},
                             {"when", momentInWords(review.correctedAt, m_language)},
                             {"where", where(review.station)},
                             {"is_in_wake", line.isInWake},
                             {"answers", answers(review.kind, readCanonical(review.data))},
                             {"refusal", review.refusalMessage}};
    }

    /// What was answered: "décision : garder". Ids tell a reader nothing.
    [[nodiscard]] Value answers(const std::string& kind, const Value& data) const {
        const KindRow* row = kindNamed(kind);
        const auto fields = row ? fieldsOf(*row) : std::vector<Field>{};
        const auto isId = [&](const std::string& name) {
            return std::ranges::any_of(fields, [&](auto& f) { return f.name == name && f.type == "uuid"; });
        };
        Value::Array rows;
        if (data.isObject())
            for (const auto& [name, value] : data.object())
                if (!isId(name))
                    rows.push_back(
                        Value::Object{{"label", fieldName(name)}, {"value", inWords(name, value)}});
        return rows;
    }

    [[nodiscard]] std::string fieldName(std::string name) const {
        std::string plain = name;
        std::replace(plain.begin(), plain.end(), '_', ' ');
        return word("review.field." + name, word("test." + name, plain));
    }

    [[nodiscard]] std::string numberAs(const std::string& name, std::int64_t number) const {
        if (name == "weight_g") return weightInWords(number, m_language);
        if (name == "price_cents") return moneyInWords(number, m_language);
        return numberInWords(number, m_language);
    }

    [[nodiscard]] std::string inWords(const std::string& name, const Value& value) const {
        if (value.isBool()) return word(value.boolean() ? "review.yes" : "review.no", "");
        if (value.isInteger()) return numberAs(name, value.integer());
        if (value.isText()) {
            const std::string& text = value.text();
            if (const CategoryPolicy* policy = name == "category" ? findPolicy(text) : nullptr)
                return std::string(m_language == Language::english ? policy->en : policy->fr);
            if (const auto shelf = m_shelves.find(text); shelf != m_shelves.end()) return shelf->second;
            return word("review.value." + text, word("board.reason." + text, word("carrier." + text, text)));
        }
        std::string list;
        const auto add = [&](const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
        if (value.isArray())
            for (const Value& item : value.array())
                add(inWords(name, item));
        if (value.isObject())
            for (const auto& [member, inner] : value.object())
                add(member == "kind" && inner.isText() ? kindInWords(inner.text(), m_strings, m_language)
                                                       : fieldName(member) + " : " + inWords(member, inner));
        return list;
    }

    void describe(const ReviewGroup& group, Value& view) const {
        const KindRow* row = kindNamed(group.lines.front().review->kind);
        const Subject subject = row ? row->subject : Subject::unit;
        const auto entity =
            group.subject.empty() ? std::nullopt : db::findEntityByCode(m_connection, subject, group.subject);
        view["code"] = group.subject;
        view["device"] = "";
        view["badge"] = nullptr;
        view["events"] = Value::Array{};
        view["is_known"] = entity.has_value();
        if (!entity) return;
        view["badge"] =
            Value::Object{{"state", "info"}, {"label", stageWord(subject, entity->stage, m_language)}};
        if (const auto unit =
                subject == Subject::unit ? db::findUnit(m_connection, group.subject) : std::nullopt)
            view["device"] = deviceName(*unit, m_language);
        view["events"] = history(group, subject, *entity);
    }

    /// What happened since the senders began their work, and a little of what was before.
    [[nodiscard]] Value history(const ReviewGroup& group, Subject subject, const Entity& entity) const {
        Milliseconds since = group.lines.front().review->correctedAt;
        for (const ReviewLine& line : group.lines)
            since = std::min(since, line.review->correctedAt);
        const auto events = db::readEvents(m_connection, subject, entity.id);
        const auto first = std::find_if(events.begin(), events.end(),
                                        [&](const auto& stored) { return stored.event.recordedAt >= since; });
        const auto before = static_cast<std::size_t>(first - events.begin());
        const std::size_t from = std::max(before - std::min(before, eventsBefore),
                                          events.size() - std::min(events.size(), mostEvents));
        Value::Array rows;
        for (std::size_t i = from; i < events.size(); ++i) {
            const Event& event = events[i].event;
            rows.push_back(Value::Object{{"kind", kindInWords(event.kind, m_strings, m_language)},
                                         {"when", momentInWords(event.recordedAt, m_language)},
                                         {"where", where(event.station)},
                                         {"stage", stageWord(subject, event.stageAfter, m_language)}});
        }
        return rows;
    }

    db::Connection& m_connection;
    const http::Strings& m_strings;
    const Language m_language;
    std::map<std::string, std::string> m_shelves;
};

}  // namespace

std::string kindInWords(const std::string& kind, const http::Strings& strings, Language language) {
    const auto& table = strings.table(language);
    const auto found = table.find("review.kind." + kind);
    return found == table.end() ? kind : found->second;
}

Value reviewView(db::Connection& connection, const http::Strings& strings, const http::Request& request,
                 const std::vector<db::Review>& reviews) {
    Teller teller(connection, strings, request);
    Value::Array groups;
    for (const ReviewGroup& group : groupReviews(reviews))
        groups.push_back(teller.tell(group));
    return groups;
}

}  // namespace remise::workshop
