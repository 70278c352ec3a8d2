#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "labels/bar_lines.h"
#include "labels/barcode.h"
#include "labels/grey_picture.h"

namespace remise::labels {
namespace {

using ZXing::BarcodeFormat;
using ZXing::BarcodeFormats;
using ZXing::Binarizer;

// What is found on our labels and on donated equipment. The kinds left out (ITF, Codabar, …) have little
// redundancy and turn edges of furniture into texts.
const BarcodeFormats bars =
    BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::EAN13 | BarcodeFormat::UPCA;
const BarcodeFormats squares = BarcodeFormat::QRCode | BarcodeFormat::DataMatrix;
const BarcodeFormats allKinds = bars | squares;

/// Above this many pixels (a full HD camera has twice as many) even small labels have some to spare, and half
/// the size reads better.
constexpr int wideFrom = 1'000'000;

/// Where a copy lies in the picture that was given: where its corner and the ends of its two edges are.
struct Placement {
    Point origin;
    Point right;
    Point bottom;

    [[nodiscard]] Point of(int x, int y, const GreyPicture& copy) const {
        const auto along = [&](int o, int r, int b) {
            return o + x * (r - o) / copy.width + y * (b - o) / copy.height;
        };
        return {along(origin.x, right.x, bottom.x), along(origin.y, right.y, bottom.y)};
    }
    static Placement whole(const GreyPicture& picture) {
        return {{}, {picture.width, 0}, {0, picture.height}};
    }
};

Point middle(const Barcode& barcode) {
    Point sum;
    for (const Point& corner : barcode.position) {
        sum.x += corner.x;
        sum.y += corner.y;
    }
    return {sum.x / 4, sum.y / 4};
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double length(const Barcode& barcode) {
    const auto& corners = barcode.position;
    return std::max(distance(corners[0], corners[2]), distance(corners[1], corners[3]));
}

bool liesWhere(const Barcode& one, const Barcode& other) {
    return distance(middle(one), middle(other)) < std::max(length(one), length(other)) / 2;
}

/// ZXing takes an EAN-13 that begins with 0 for a UPC-A; the digits printed below it are those of the EAN-13.
Barcode asPrinted(const ZXing::Result& result) {
    if (result.format() == BarcodeFormat::UPCA && result.text().size() == 12)
        return {ZXing::ToString(BarcodeFormat::EAN13), "0" + result.text()};
    return {ZXing::ToString(result.format()), result.text()};
}

/// One picture, looked at again and again; what was seen.
class Search {
public:
    explicit Search(const GreyPicture& picture) : m_whole(Placement::whole(picture)) {}

    /// A copy of the whole picture, in any size.
    void look(const GreyPicture& copy, BarcodeFormats, Binarizer = Binarizer::LocalAverage);
    /// Along lines across a copy of the whole picture, for codes of bars.
    void lookAlong(const GreyPicture& copy, double degrees, Sharpening);

    [[nodiscard]] bool hasFound() const { return !m_found.empty(); }
    [[nodiscard]] std::vector<Barcode> found() && { return std::move(m_found); }

private:
    void read(const GreyPicture&, const Placement&, const ZXing::DecodeHints&);
    bool isProven(const ZXing::Result&, const Barcode&);
    void add(Barcode);

    Placement m_whole;
    std::vector<Barcode> m_doubtful;
    std::vector<Barcode> m_found;
};

void Search::look(const GreyPicture& copy, BarcodeFormats kinds, Binarizer binarizer) {
    read(copy, m_whole, ZXing::DecodeHints().setFormats(kinds).setBinarizer(binarizer));
}

void Search::lookAlong(const GreyPicture& copy, double degrees, Sharpening sharpening) {
    const BarLines lines = barLines(copy, degrees, sharpening);
    const auto inWhole = [&](Point p) {
        return Point{p.x * m_whole.right.x / copy.width, p.y * m_whole.bottom.y / copy.height};
    };
    read(lines.rows, {inWhole(lines.origin), inWhole(lines.endOfFirst), inWhole(lines.startOfLast)},
         ZXing::DecodeHints().setFormats(bars).setBinarizer(Binarizer::FixedThreshold).setTryRotate(false));
}

void Search::read(const GreyPicture& copy, const Placement& placement, const ZXing::DecodeHints& hints) {
    if (copy.levels.empty()) return;
    const ZXing::ImageView view(copy.levels.data(), copy.width, copy.height, ZXing::ImageFormat::Lum);
    for (const ZXing::Result& result :
         ZXing::ReadBarcodes(view, ZXing::DecodeHints(hints).setTryDownscale(false))) {
        if (!result.isValid()) continue;
        Barcode barcode = asPrinted(result);
        for (std::size_t n = 0; n < 4; ++n)
            barcode.position[n] = placement.of(result.position()[n].x, result.position()[n].y, copy);
        if (isProven(result, barcode)) add(std::move(barcode));
    }
}

/// The check digit of an EAN-13 lets one misreading in ten pass, and blurred bars are misread alike in
/// neighbouring lines: few lines count only when another look agrees.
bool Search::isProven(const ZXing::Result& result, const Barcode& barcode) {
    constexpr int enoughLines = 5;
    const bool isWeak = (BarcodeFormat::EAN13 | BarcodeFormat::UPCA).testFlag(result.format());
    if (!isWeak || result.lineCount() >= enoughLines) return true;
    if (std::find(m_doubtful.begin(), m_doubtful.end(), barcode) != m_doubtful.end()) return true;
    m_doubtful.push_back(barcode);
    return false;
}

void Search::add(Barcode barcode) {
    const auto seen = [&](const Barcode& known) { return known == barcode && liesWhere(known, barcode); };
    if (std::none_of(m_found.begin(), m_found.end(), seen)) m_found.push_back(std::move(barcode));
}

/// What a camera's picture gets: the cheapest and most promising looks first. In a wide one codes of
/// bars are looked for at a quarter of the width, where a line costs little.
class Looks {
public:
    Looks(Search& search, const GreyPicture& picture)
        : m_search(search),
          m_picture(picture),
          m_isWide(picture.width * picture.height > wideFrom),
          m_base(m_isWide ? halved(picture) : picture),
          m_half(halved(m_base)) {}

    void first() {
        m_search.look(m_half, allKinds);
        m_search.look(m_base, m_isWide ? squares : allKinds);
        for (const double degrees : {0, 90})
            m_search.lookAlong(m_isWide ? m_half : m_base, degrees, Sharpening::light);
    }

    /// One look after the other, until something is found.
    void harder() {
        const GreyPicture smooth = smoothed(m_base);
        m_search.look(smooth, squares);
        untilFound(m_isWide ? m_base : m_half, {0, 90}, Sharpening::light);
        untilFound(m_isWide ? m_half : m_base, {45, 135, 22, 158, 68, 112}, Sharpening::light);
        untilFound(m_base, {0}, Sharpening::strong);
        if (m_isWide && !m_search.hasFound()) m_search.look(m_picture, allKinds);
    }

    /// All that a camera's picture is spared.
    void rest() {
        m_search.look(m_picture, allKinds);
        m_search.look(m_base, allKinds);
        m_search.look(smoothed(m_base), squares, Binarizer::GlobalHistogram);
        for (const double degrees : {0, 45, 90, 135}) {
            m_search.lookAlong(m_base, degrees, Sharpening::light);
            m_search.lookAlong(m_base, degrees, Sharpening::strong);
        }
        for (const double degrees : {22, 68, 112, 158})
            m_search.lookAlong(m_base, degrees, Sharpening::light);
    }

private:
    void untilFound(const GreyPicture& copy, std::initializer_list<double> directions,
                    Sharpening sharpening) {
        for (const double degrees : directions)
            if (!m_search.hasFound()) m_search.lookAlong(copy, degrees, sharpening);
    }

    Search& m_search;
    const GreyPicture& m_picture;
    bool m_isWide;
    GreyPicture m_base;
    GreyPicture m_half;
};

}  // namespace

std::vector<Barcode> readBarcodes(const GreyPicture& picture, Effort effort) {
    if (picture.width < 2 || picture.height < 2) return {};
    Search search(picture);
    Looks looks(search, picture);
    looks.first();
    if (!search.hasFound()) looks.harder();
    if (effort == Effort::thorough) looks.rest();
    return std::move(search).found();
}

std::optional<Barcode> aimedOne(std::span<const Barcode> barcodes, const GreyPicture& picture) {
    const Point centre{picture.width / 2, picture.height / 2};
    const auto nearer = [&](const Barcode& a, const Barcode& b) {
        return distance(middle(a), centre) < distance(middle(b), centre);
    };
    const auto aimed = std::min_element(barcodes.begin(), barcodes.end(), nearer);
    if (aimed == barcodes.end()) return {};
    return *aimed;
}

}  // namespace remise::labels
