#include "server/labelling/label_pages.h"

#include <algorithm>
#include <array>

#include "labels/layout.h"
#include "server/domain/refusals.h"
#include "server/labelling/label_form.h"
#include "server/labelling/label_order.h"

namespace remise::labelling {
namespace {

using domain::Value;

/// Sheets that are sold, the smallest cells first.
constexpr std::array sheets{"70x37", "105x57", "105x148.5", "210x297"};

/// The first whose cells hold it; all papers fit on the last, a whole page.
std::string sheetFor(const labels::Paper& paper) {
    for (const char* name : sheets) {
        const auto cell = labels::paperNamed(name);
        if (cell->width.value >= paper.width.value && cell->height.value >= paper.height.value) return name;
    }
    return sheets.back();
}

Value option(const std::string& value, const std::string& label, const std::string& chosen) {
    return Value::Object{{"value", value}, {"label", label}, {"is_chosen", value == chosen}};
}

/// "50 × 25 mm".
std::string inMillimetres(const labels::Paper& paper, domain::Language language) {
    std::string name = nameOf(paper);
    if (language == domain::Language::french) std::replace(name.begin(), name.end(), '.', ',');
    return name.replace(name.find('x'), 1, " × ") + " mm";
}

Value paperOptions(const labels::LabelKind& kind, const labels::Paper& chosen, domain::Language language) {
    Value::Array list;
    for (const auto& layout : kind.layouts)
        list.push_back(option(nameOf(layout.paper), inMillimetres(layout.paper, language), nameOf(chosen)));
    return list;
}

http::Reply showAll(const http::Pages& pages, const http::Request& request) {
    const auto say = [&](const std::string& key) {
        return pages.strings().text("labels." + key, request.language);
    };
    Value::Array kinds;
    for (const auto& kind : labels::everyLabelKind())
        kinds.push_back(Value::Object{
            {"kind", kind.name}, {"name", say("kind." + kind.name)}, {"about", say("about." + kind.name)}});
    return pages.page("labelling/labels", Value::Object{{"title", say("title")}, {"kinds", kinds}}, request);
}

/// Why the label cannot be drawn as it stands; empty when it can.
std::string wrongWith(const LabelOrder& order, const Value& data, const http::Pages& pages,
                      const http::Request& request) {
    const auto drawn = labels::drawLabel(order.kind, data, order.paper, order.resolution);
    return drawn ? "" : inWords(drawn.refusal(), pages.strings()).text(request.language);
}

http::Reply showOne(const labels::LabelKind& kind, const http::Pages& pages, http::Request request) {
    const auto say = [&](const std::string& key) {
        return pages.strings().text("labels." + key, request.language);
    };
    request.parameters["file"] = kind.name + ".png";
    const auto order = labelOrder(request);
    if (!order) return http::Reply::problem(order.refusal(), request.language);
    const Value data = typedData(kind, request);
    const std::string query = request.address().substr(request.path.size());
    const std::string dpi = request.queryValue("dpi").value_or("203");
    const std::string sheet = sheetFor(order->paper);
    const std::string language = data.textOr("lang", "fr");
    return pages.page("labelling/label",
                      Value::Object{{"title", say("kind." + kind.name)},
                                    {"kind", kind.name},
                                    {"about", say("about." + kind.name)},
                                    {"fields", formFields(kind, data, pages.strings(), request.language)},
                                    {"papers", paperOptions(kind, order->paper, request.language)},
                                    {"resolutions", Value::Array{option("203", say("dpi.203"), dpi),
                                                                 option("300", say("dpi.300"), dpi)}},
                                    {"languages", Value::Array{option("fr", say("lang.fr"), language),
                                                               option("en", say("lang.en"), language)}},
                                    {"comes_from_workshop", namesOneThing(kind)},
                                    {"sheet", sheet},
                                    {"cells", labels::sheetNamed(sheet)->cells()},
                                    {"query", query},
                                    {"wrong", wrongWith(*order, data, pages, request)}},
                      request);
}

domain::Outcome<http::Reply> file(const labels::LabelKind& kind, const http::Request& request) {
    auto order = labelOrder(request);
    if (!order) return order.refusal();
    if (order->sheet && !request.queryValue("copies"))
        order->copies = std::min(order->sheet->cells(), mostLabels);
    return labelFile(*order, {typedData(kind, request)});
}

http::Reply answer(const http::Pages& pages, const http::Request& request) {
    const std::string name = request.parameter("file");
    const auto* kind = labels::labelKindNamed(name.substr(0, name.find('.')));
    if (!kind) return http::Reply::problem(domain::Refusal(domain::refusals::notFound), request.language);
    if (name == kind->name) return showOne(*kind, pages, request);
    const auto reply = file(*kind, request);
    return reply ? *reply : http::Reply::problem(inWords(reply.refusal(), pages.strings()), request.language);
}

}  // namespace

void addLabelPages(http::Router& router, const http::Pages& pages) {
    router.add({"GET", "/etiquettes", [&](const http::Request& request) { return showAll(pages, request); }});
    router.add(
        {"GET", "/etiquettes/{file}", [&](const http::Request& request) { return answer(pages, request); }});
}

}  // namespace remise::labelling
