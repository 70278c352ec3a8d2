#include "server/labelling/label_order.h"

#include <algorithm>

#include "labels/label.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"

namespace remise::labelling {
namespace {

using domain::Outcome;
using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

Refusal wrongParameter(std::string name, domain::Words why) {
    return Refusal(refusals::badParameter, {{"name", std::move(name)}}, {{"why", why}});
}

std::optional<LabelOrder::Format> formatNamed(std::string_view ending) {
    if (ending == "png") return LabelOrder::Format::png;
    if (ending == "pdf") return LabelOrder::Format::pdf;
    return {};
}

Refusal unknownPaper(const labels::Paper& paper, const std::vector<labels::Paper>& papers) {
    std::string known;
    for (const labels::Paper& one : papers)
        known += (known.empty() ? "" : ", ") + nameOf(one);
    return Refusal(refusals::labelPaperUnknown, {{"paper", nameOf(paper)}, {"papers", known}});
}

Outcome<labels::Paper> paperOf(const http::Request& request, std::string_view kind) {
    const auto size = request.queryValue("size");
    const auto papers = labels::papersOf(kind);
    if (papers.empty()) return Refusal(refusals::notFound);
    if (!size) return papers.front();
    const auto paper = labels::paperNamed(*size);
    if (!paper) return wrongParameter("size", {"un format s'écrit 50x25", "a size is written 50x25"});
    const auto isIt = [&](const labels::Paper& one) { return nameOf(one) == nameOf(*paper); };
    if (std::ranges::none_of(papers, isIt)) return unknownPaper(*paper, papers);
    return *paper;
}

Outcome<labels::Resolution> resolutionOf(const http::Request& request) {
    const std::string dpi = request.queryValue("dpi").value_or("203");
    if (dpi == "203") return labels::dpi203;
    if (dpi == "300") return labels::dpi300;
    return wrongParameter("dpi", {"203 ou 300", "203 or 300"});
}

bool isOfOneThing(const Value& value) {
    const auto kind = value.isText() ? domain::codeKind(domain::normaliseScan(value.text())) : std::nullopt;
    return kind == domain::CodeKind::unit || kind == domain::CodeKind::drive;
}

/// A code that only the workshop may print is in there, in whichever field: a station reads it from any.
bool holdsForbiddenCode(const LabelOrder& order, const Value& data) {
    if (!data.isObject()) return false;
    const Value sample = labels::sampleOf(order.kind);
    return std::ranges::any_of(data.object(), [&](const auto& field) {
        return isOfOneThing(field.second) &&
               !(sample.has(field.first) && sample[field.first] == field.second);
    });
}

Outcome<std::string> pdfOf(const LabelOrder& order, const std::vector<labels::Bitmap>& drawn) {
    if (!order.sheet) return labels::toPdf(drawn, order.resolution);
    return labels::toSheets(drawn, *order.sheet, order.resolution, order.used);
}

}  // namespace

bool namesOneThing(const labels::Field& field) {
    return field.shape->name == "unit_code" || field.shape->name == "drive_code";
}

bool namesOneThing(const labels::LabelKind& kind) {
    return std::ranges::any_of(kind.fields, [](const auto& field) { return namesOneThing(field); });
}

Outcome<LabelOrder> labelOrder(const http::Request& request) {
    const std::string file = request.parameter("file");
    const std::size_t dot = std::min(file.rfind('.'), file.size());
    const auto format = formatNamed(std::string_view(file).substr(std::min(dot + 1, file.size())));
    if (!format) return Refusal(refusals::notFound);
    const std::string kind = file.substr(0, dot);
    const auto paper = paperOf(request, kind);
    if (!paper) return paper.refusal();
    const auto resolution = resolutionOf(request);
    if (!resolution) return resolution.refusal();
    LabelOrder order{kind, *format, *paper, *resolution, {}};
    const auto copies = request.queryInteger("copies", 1, {1, mostLabels});
    if (!copies) return copies.refusal();
    order.copies = static_cast<int>(*copies);
    const auto sheet = request.queryValue("sheet");
    if (!sheet) return order;
    order.sheet = labels::sheetNamed(*sheet);
    if (!order.sheet)
        return wrongParameter("sheet",
                              {"une case de la feuille, comme 70x37", "a cell of the sheet, as 70x37"});
    const auto used = request.queryInteger("used", 0, {0, order.sheet->cells() - 1});
    if (!used) return used.refusal();
    order.used = static_cast<int>(*used);
    return order;
}

Outcome<http::Reply> labelFile(const LabelOrder& order, const Value::Array& data) {
    const bool isPicture = order.format == LabelOrder::Format::png;
    const std::size_t most = isPicture ? 1 : mostLabels / static_cast<std::size_t>(order.copies);
    if (data.empty() || data.size() > most)
        return wrongParameter("data", {"une étiquette dans une image, 100 dans un PDF, copies comprises",
                                       "one label in a picture, 100 in a PDF, copies included"});
    std::vector<labels::Bitmap> drawn;
    for (const Value& one : data) {
        if (holdsForbiddenCode(order, one))
            return wrongParameter("code", {"cette étiquette s'imprime à l'atelier, une seule fois",
                                           "this label is printed in the workshop, once"});
        const auto label = labels::drawLabel(order.kind, one, order.paper, order.resolution);
        if (!label) return label.refusal();
        drawn.insert(drawn.end(), static_cast<std::size_t>(order.copies), *label);
    }
    if (isPicture) return http::Reply::bytes("image/png", toPng(drawn.front()));
    const auto pdf = pdfOf(order, drawn);
    if (!pdf) return pdf.refusal();
    http::Reply reply = http::Reply::bytes("application/pdf", *pdf);
    reply.with("Content-Disposition", "attachment; filename=\"" + order.kind + ".pdf\"");
    return reply;
}

}  // namespace remise::labelling
