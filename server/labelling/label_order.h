#pragma once

#include <optional>
#include <string>

#include "labels/document.h"
#include "labels/layout.h"
#include "server/http/reply.h"
#include "server/http/request.h"

namespace remise::labelling {

/// What somebody wants of a label: a file of which kind, for which paper, how fine.
struct LabelOrder {
    enum class Format { png, pdf };

    std::string kind;
    Format format;
    labels::Paper paper;
    labels::Resolution resolution;
    std::optional<labels::Sheet> sheet;  ///< labels on A4 sheets of such cells; else one a page
    int used = 0;                        ///< cells of the first sheet that are gone
    int copies = 1;
};

/// How many labels one file holds at most: four sheets of the smallest, drawn in a tenth of a second.
inline constexpr int mostLabels = 100;

/// By the path's {file} ("unit.png") and the query's size, dpi, sheet, used and copies.
domain::Outcome<LabelOrder> labelOrder(const http::Request&);

/// The file, of one label for each of the data.
domain::Outcome<http::Reply> labelFile(const LabelOrder&, const domain::Value::Array& data);

/// Whether it names one machine or drive for good. Two equal ones on two machines are the worst that can
/// happen to a workshop, so that only its printers make them, which ask for the one that came out. Here they
/// carry the sample's code, or none.
bool namesOneThing(const labels::Field& field);
bool namesOneThing(const labels::LabelKind& kind);

}  // namespace remise::labelling
