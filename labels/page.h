#pragma once

#include <string>
#include <vector>

#include "server/domain/language.h"

/// An A4 page of text for people: certificates, attestations. Real text that can be searched, copied and read
/// aloud, with the structure of headings and paragraphs told.
namespace remise::labels {

struct PageRow {
    std::string label, value;
};

struct PageSection {
    std::string heading;
    std::vector<PageRow> rows;
};

struct Page {
    domain::Language language = domain::Language::french;
    std::string title;
    std::string lead;  ///< one sentence in large
    std::vector<PageSection> sections;
    std::string qr;                  ///< address; empty: none
    std::string qrWords;             ///< what stands under it
    std::vector<std::string> notes;  ///< small, at the foot of the page
};

/// A PDF of one page for each. What does not fit a page goes on to the next one.
std::string toPdf(const std::vector<Page>&, const std::string& documentTitle);

}  // namespace remise::labels
