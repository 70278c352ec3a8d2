#include "server/workshop/unit_view.h"

#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/workshop/maker_name.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view drawn = "laptop desktop screen phone tablet printer server network";

std::string gigabytes(std::int64_t count, Language language) {
    return std::to_string(count) + (language == Language::english ? "\u00a0GB" : "\u00a0Go");
}

/// Memory comes in powers of two, drives in powers of ten: 16384 → "16 Go", 256060 → "256 Go".
std::string memorySize(std::int64_t megabytes, Language language) {
    return megabytes > 0 ? gigabytes((megabytes + 512) / 1024, language) : "";
}

std::string storageSize(std::int64_t megabytes, Language language) {
    return megabytes > 0 ? gigabytes((megabytes + 500) / 1000, language) : "";
}

std::int64_t storage(const Value& drives) {
    std::int64_t megabytes = 0;
    if (drives.isObject())
        for (const auto& [code, drive] : drives.object())
            megabytes += drive.integerOr("capacity_mb", 0);
    return megabytes;
}

const char* badgeOf(std::string_view stage) {
    if (containsWord("blocked lost", stage)) return "stop";
    if (containsWord("shipped handed_over delivered in_stock controlled", stage)) return "go";
    return containsWord("to_recycle to_dismantle returned", stage) ? "wait" : "info";
}

}  // namespace

std::string deviceName(const db::UnitRow& unit, Language language) {
    const std::string maker = makerName(unit.state.textOr("maker")), model = unit.state.textOr("model");
    if (!model.empty()) return maker.empty() || model.starts_with(maker) ? model : maker + " " + model;
    const CategoryPolicy* policy = findPolicy(unit.category);
    const std::string_view kind = !policy                         ? std::string_view(unit.category)
                                  : language == Language::english ? policy->en
                                                                  : policy->fr;
    return maker.empty() ? std::string(kind) : maker + " " + std::string(kind);
}

std::string drawingOf(const std::string& category) {
    if (containsWord(drawn, category)) return category;
    return category == "multifunction" ? "printer" : "accessory";
}

Value unitView(const db::UnitRow& unit, const http::Strings& strings, Language language) {
    const std::int64_t months = unit.state.integerOr("warranty_months", 0);
    const std::int64_t price = unit.state.integerOr("price_cents", -1);
    const std::string memory = memorySize(unit.state["hardware"].integerOr("memory_mb", 0), language);
    const std::string disk = storageSize(storage(unit.state["drives"]), language);
    const auto sized = [&](const std::string& key, const std::string& size) {
        return size.empty() ? "" : strings.text(key, language, {{"size", size}});
    };
    return Value::Object{
        {"code", unit.code},
        {"device", deviceName(unit, language)},
        {"drawing", drawingOf(unit.category)},
        {"unit_grade", unit.grade},
        {"memory", sized("unit.memory", memory)},
        {"storage", sized("unit.storage", disk)},
        {"memory_size", memory},
        {"storage_size", disk},
        {"unit_warranty",
         months > 0 ? strings.text("unit.warranty", language, {{"months", std::to_string(months)}}) : ""},
        {"unit_price", price >= 0 ? moneyInWords(price, language) : ""},
        {"is_erased", unit.state["facts"].has("erased")},
        {"tracking", unit.state.textOr("tracking")},
        {"badge", Value::Object{{"state", badgeOf(unit.stage)},
                                {"label", stageWord(Subject::unit, unit.stage, language)}}}};
}

}  // namespace remise::workshop
