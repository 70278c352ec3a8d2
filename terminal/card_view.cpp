#include "terminal/card_view.h"

#include <set>

#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "terminal/answers.h"
#include "terminal/scan_rules.h"
#include "terminal/step_words.h"

namespace remise::terminal {

using domain::Language;
using domain::Value;

namespace {

/// "Lenovo ThinkPad T480", as far as it is known.
std::string nameOf(const Value& unit) {
    const std::string maker = unit.textOr("maker");
    const std::string model = unit.textOr("model");
    if (maker.empty() || model.starts_with(maker)) return model;
    return model.empty() ? maker : maker + " " + model;
}

QVariantMap answer(const QString& label, const QString& detail, const QString& icon, const QString& sign) {
    return {{"label", label}, {"detail", detail}, {"icon", icon}, {"sign", sign}, {"chosen", false}};
}

QVariantMap choiceAnswer(const ProcedurePlayer& player, std::size_t index, Language language) {
    const Choice& choice = player.card()->choices[index];
    QVariantMap view =
        answer(asQString(choice.label.in(language)), {}, asQString(choice.icon), signName(choice.sign));
    view["chosen"] = player.isChosen(index);
    return view;
}

QVariantMap productAnswer(const Value& product, Language language) {
    std::string name = product.textOr("name", product.textOr("sku"));
    if (const std::string grade = product.textOr("grade"); !grade.empty()) name += "\ngrade " + grade;
    const std::int64_t cents = product.integerOr("price_cents", 0);
    const std::string price = cents > 0 ? domain::moneyInWords(cents, language) : "";
    return answer(asQString(name), asQString(price), "tag", {});
}

QVariantMap driveAnswer(const Value& drive, Language language) {
    const std::string status = drive.textOr("status", drive.textOr("stage"));
    const std::string model = drive.textOr("model", drive.textOr("serial"));
    return answer(asQString(model), asQString(driveWord(status, language)), "database", {});
}

QVariantMap pickAnswer(const Value& pick) {
    const std::string number = pick.textOr("request");
    const std::string request = number.empty() ? "" : " · " + number;
    const std::string what = nameOf(pick) + "\n" + groupedCode(pick.textOr("code")) + request;
    const std::string where = pick.textOr("location_name", groupedCode(pick.textOr("location")));
    return answer(asQString(what), asQString(where), "building-warehouse", {});
}

QVariantMap readingAnswer(const Value& reading, Language language) {
    const std::string_view what = meaningWord(reading.textOr("meaning"), language);
    return answer(asQString(reading.textOr("value")), asQString(what), "barcode", {});
}

QVariantList stepsOf(const Value& unit, Language language) {
    const std::string next = unit.textOr("next");
    const domain::CategoryPolicy* policy = domain::findPolicy(unit.textOr("category"));
    QVariantList steps;
    bool met = false;
    for (std::string_view rest = policy ? policy->facts : ""; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string fact(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const bool done = unit["facts"].has(fact);
        const bool now = domain::stepOf(fact) == next;
        if (fact == "unlocked" && !now) continue;  // few machines are locked
        met = met || now;
        const std::string_view word = now ? domain::stepWord(next, language) : factWord(fact, language);
        steps.append(QVariantMap{{"word", asQString(word)},
                                 {"state", now    ? "now"
                                           : done ? "done"
                                                  : "later"}});
    }
    if (!met && !next.empty()) {
        steps.append(QVariantMap{{"word", asQString(domain::stepWord(next, language))}, {"state", "now"}});
    }
    return steps;
}

}  // namespace

QString asQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString signName(Sign sign) {
    switch (sign) {
        case Sign::go:
            return "go";
        case Sign::wait:
            return "wait";
        case Sign::stop:
            return "stop";
        case Sign::info:
            return "info";
        case Sign::none:
            break;
    }
    return {};
}

QString layoutOf(const Card& card) {
    switch (card.ask) {
        case Ask::scan:
        case Ask::print:
        case Ask::reprint:
            return "scan";
        case Ask::choice:
            return "choice";
        case Ask::several:
            return "several";
        case Ask::confirm:
            return "confirm";
        case Ask::number:
            return "number";
        case Ask::pin:
            return "pin";
        case Ask::product:
        case Ask::drive:
        case Ask::pick:
            return "list";
        case Ask::bench:
            return "bench";
    }
    return {};
}

QVariantList pointsOf(const Card& card, Language language) {
    QVariantList points;
    for (const Point& point : card.points) {
        points.append(
            QVariantMap{{"label", asQString(point.label.in(language))}, {"icon", asQString(point.icon)}});
    }
    return points;
}

QVariantList answersOf(const ProcedurePlayer& player, Language language) {
    QVariantList answers;
    const Card& card = *player.card();
    for (std::size_t i = 0; i < card.choices.size(); ++i)
        answers.append(choiceAnswer(player, i, language));
    if (card.ask == Ask::product) {
        for (const Value& product : player.offers())
            answers.append(productAnswer(product, language));
    } else if (card.ask == Ask::drive) {
        for (const Value& drive : player.offers())
            answers.append(driveAnswer(drive, language));
    } else if (card.ask == Ask::pick) {
        for (const Value& pick : player.offers())
            answers.append(pickAnswer(pick));
    } else if (card.ask == Ask::scan && !player.offers().empty()) {
        answers.clear();
        for (const Value& reading : player.offers())
            answers.append(readingAnswer(reading, language));
    }
    return answers;
}

QVariantMap unitOf(const Value& unit, Language language) {
    const std::string code = unit.textOr("code");
    if (code.empty()) return {};
    std::string name = nameOf(unit);
    if (const auto* policy = domain::findPolicy(unit.textOr("category")); policy && name.empty()) {
        name = language == Language::english ? policy->en : policy->fr;
    }
    return {{"code", asQString(groupedCode(code))},
            {"name", asQString(name)},
            {"grade", asQString(unit.textOr("grade"))},
            {"steps", stepsOf(unit, language)}};
}

QString pictureOf(Expect expect) {
    switch (expect) {
        case Expect::unit:
            return "device-laptop";
        case Expect::drive:
            return "database";
        case Expect::printed:
            return "tag";
        case Expect::location:
            return "building-warehouse";
        case Expect::container:
            return "box";
        case Expect::badge:
            return "id-badge-2";
        case Expect::serial:
        case Expect::text:
            return "barcode";
    }
    return {};
}

QVariantMap viewOf(const Trouble& trouble) {
    static const std::set<std::string_view> waiting{
        domain::refusals::keepHere.code,     domain::refusals::waitsForServer.code,
        domain::refusals::notKnownHere.code, domain::refusals::badgeNotKnownHere.code,
        domain::refusals::serverAway.code,   domain::refusals::noLabelCodes.code};
    return {{"code", asQString(trouble.code)},
            {"text", asQString(trouble.text)},
            {"sign", waiting.contains(trouble.code) ? "wait" : "stop"}};
}

}  // namespace remise::terminal
