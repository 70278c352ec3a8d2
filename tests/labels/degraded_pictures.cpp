#include "tests/labels/degraded_pictures.h"

#define ZX_USE_UTF8 1
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "server/domain/codes.h"
#include "server/domain/identifiers.h"

namespace remise::test {
namespace {

using labels::GreyPicture;
using Random = std::mt19937;
using ZXing::BarcodeFormat;

/// How a label is held and seen. `blur` in pixels of a VGA picture (a larger one has as much more), `noise`
/// in levels of grey (standard deviation), `light` the share by which it falls from one side to the other.
struct Damage {
    std::string_view name;
    double degrees, perspective, blur, noise, light;
};

constexpr std::array damages{
    Damage{"upright", 0, 0, 0.5, 3, 0.1},           Damage{"turned 10", 10, 0, 0.7, 6, 0.2},
    Damage{"turned 45", 45, 0, 0.7, 6, 0.2},        Damage{"turned 90", 90, 0, 0.7, 6, 0.2},
    Damage{"from aside", 6, 0.15, 0.8, 6, 0.3},     Damage{"blurred", 4, 0.04, 1.5, 6, 0.3},
    Damage{"out of focus", 4, 0.04, 2.2, 6, 0.3},   Damage{"noisy", 4, 0.04, 0.8, 25, 0.3},
    Damage{"half in shadow", 4, 0.04, 0.8, 8, 1.3}, Damage{"all at once", 17, 0.12, 1.4, 18, 0.8}};

/// `share`: of the picture's width that the code takes, quiet zone included.
struct Symbol {
    BarcodeFormat format;
    int width, height;
    double share;
};

constexpr std::array symbols{
    Symbol{BarcodeFormat::Code128, 900, 240, 0.7}, Symbol{BarcodeFormat::QRCode, 600, 600, 0.3},
    Symbol{BarcodeFormat::DataMatrix, 600, 600, 0.25}, Symbol{BarcodeFormat::EAN13, 720, 240, 0.6},
    Symbol{BarcodeFormat::Code39, 900, 240, 0.75}};
static_assert(symbols.size() * damages.size() == picturesARound);

double between(Random& random, double least, double most) {
    return std::uniform_real_distribution<double>(least, most)(random);
}

/// A unit's code, its address, a product number, a maker's serial: what is on a bench.
std::string textFor(BarcodeFormat format, Random& random) {
    const std::string code = domain::encodeCode("", random() % domain::unitCodeCount, domain::unitLetters);
    const std::string digits = std::to_string(100000000 + random() % 900000000);
    if (format == BarcodeFormat::QRCode) return "https://remise.example/u/" + code;
    if (format == BarcodeFormat::EAN13) {
        const std::string gtin = "37" + digits + "0";
        return gtin + domain::gs1CheckDigit(gtin);
    }
    if (format == BarcodeFormat::Code39) return "PC" + digits.substr(0, 7);
    return code + "-" + digits.substr(0, 5);
}

ZXing::BitMatrix drawn(const Symbol& symbol, const std::string& text) {
    return ZXing::MultiFormatWriter(symbol.format).setMargin(10).encode(text, symbol.width, symbol.height);
}

/// From the picture's pixels to the code's: x' = (a x + b y + c) / (g x + h y + 1), y' likewise with d, e, f.
using Homography = std::array<double, 8>;

struct Corner {
    double x, y;
};

/// Gauss and Jordan on the eight equations of four pairs of points.
Homography through(const std::array<Corner, 4>& seen, const std::array<Corner, 4>& flat) {
    std::array<std::array<double, 9>, 8> m{};
    for (std::size_t n = 0; n < 4; ++n) {
        const auto [x, y] = seen[n];
        const auto [u, v] = flat[n];
        m[2 * n] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
        m[2 * n + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    for (std::size_t column = 0; column < 8; ++column) {
        const auto larger = [&](const auto& a, const auto& b) {
            return std::abs(a[column]) < std::abs(b[column]);
        };
        std::swap(m[column],
                  *std::max_element(m.begin() + static_cast<std::ptrdiff_t>(column), m.end(), larger));
        for (std::size_t row = 0; row < 8; ++row) {
            if (row == column) continue;
            const double factor = m[row][column] / m[column][column];
            for (std::size_t k = column; k < 9; ++k)
                m[row][k] -= factor * m[column][k];
        }
    }
    Homography solved{};
    for (std::size_t n = 0; n < 8; ++n)
        solved[n] = m[n][8] / m[n][n];
    return solved;
}

/// Where the corners of a code of this shape come to lie: as large as its share allows, whole in the
/// picture, off its middle, turned, each corner shifted as perspective does.
std::array<Corner, 4> cornersIn(const GreyPicture& picture, const Symbol& symbol, const Damage& damage,
                                double shape, Random& random) {
    const double angle =
        (damage.degrees + (damage.degrees > 0 ? between(random, -3, 3) : 0)) * std::numbers::pi / 180;
    double width = symbol.share * between(random, 0.85, 1.15) * picture.width;
    const double across = std::abs(std::cos(angle)) + shape * std::abs(std::sin(angle));
    const double down = std::abs(std::sin(angle)) + shape * std::abs(std::cos(angle));
    width = std::min({width, 0.92 * picture.height / down, 0.92 * picture.width / across});
    const double freeX = (picture.width - width * across) / 2;
    const double freeY = (picture.height - width * down) / 2;
    const Corner middle{picture.width / 2.0 + between(random, -0.4, 0.4) * freeX,
                        picture.height / 2.0 + between(random, -0.4, 0.4) * freeY};
    std::array<Corner, 4> corners{};
    constexpr std::array<Corner, 4> square{{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}};
    for (std::size_t n = 0; n < 4; ++n) {
        const double x = square[n].x * width * (1 + damage.perspective * between(random, -1, 1));
        const double y = square[n].y * width * shape * (1 + damage.perspective * between(random, -1, 1));
        corners[n] = {middle.x + x * std::cos(angle) - y * std::sin(angle),
                      middle.y + x * std::sin(angle) + y * std::cos(angle)};
    }
    return corners;
}

double tableAcross(double x) {
    return 120 + 20 * std::sin(x * 0.05);
}

double tableDown(double y) {
    return 15 * std::sin(y * 0.07);
}

/// Points lie twice as close as pixels: four in each.
double pointAt(int n) {
    return n / 2.0 + 0.25;
}

/// What the table adds at each point from left to right or from top to bottom.
std::vector<double> alongPoints(int pixels, double (*level)(double)) {
    std::vector<double> levels;
    for (int n = 0; n < 2 * pixels; ++n)
        levels.push_back(level(pointAt(n)));
    return levels;
}

struct Box {
    int left, top, right, bottom;
};

Box around(const std::array<Corner, 4>& corners, const GreyPicture& picture, int margin) {
    Box box{picture.width, picture.height, 0, 0};
    for (const Corner& corner : corners) {
        box.left = std::min(box.left, static_cast<int>(corner.x) - margin);
        box.right = std::max(box.right, static_cast<int>(corner.x) + margin);
        box.top = std::min(box.top, static_cast<int>(corner.y) - margin);
        box.bottom = std::max(box.bottom, static_cast<int>(corner.y) + margin);
    }
    return {std::max(0, box.left), std::max(0, box.top), std::min(picture.width, box.right),
            std::min(picture.height, box.bottom)};
}

/// The code laid on the table, each pixel the mean of four points in it.
void lay(const ZXing::BitMatrix& code, const Homography& h, const Box& box, GreyPicture& picture) {
    const std::vector<double> across = alongPoints(picture.width, tableAcross);
    const std::vector<double> down = alongPoints(picture.height, tableDown);
    const auto levelAt = [&](int column, int row) {
        const double x = pointAt(column);
        const double y = pointAt(row);
        const double d = h[6] * x + h[7] * y + 1;
        const double u = (h[0] * x + h[1] * y + h[2]) / d;
        const double v = (h[3] * x + h[4] * y + h[5]) / d;
        if (u < 0 || v < 0 || u >= code.width() || v >= code.height())
            return across[static_cast<std::size_t>(column)] + down[static_cast<std::size_t>(row)];
        return code.get(static_cast<int>(u), static_cast<int>(v)) ? 35.0 : 225.0;
    };
    for (int y = box.top; y < box.bottom; ++y)
        for (int x = box.left; x < box.right; ++x)
            picture.at(x, y) =
                static_cast<std::uint8_t>((levelAt(2 * x, 2 * y) + levelAt(2 * x + 1, 2 * y) +
                                           levelAt(2 * x, 2 * y + 1) + levelAt(2 * x + 1, 2 * y + 1)) /
                                          4);
}

/// What one line needs while it is blurred; kept for the next one.
struct BlurredLine {
    std::vector<float> levels;
    std::vector<float> sums;
};

/// A Gaussian along one line of `count` pixels, `step` apart.
void blurLine(std::uint8_t* first, int count, int step, const std::vector<float>& weights,
              BlurredLine& line) {
    const int reach = static_cast<int>(weights.size() / 2);
    line.levels.resize(static_cast<std::size_t>(count + 2 * reach));
    for (int n = 0; n < count + 2 * reach; ++n)
        line.levels[static_cast<std::size_t>(n)] =
            first[static_cast<std::ptrdiff_t>(std::clamp(n - reach, 0, count - 1)) * step];
    line.sums.assign(static_cast<std::size_t>(count), 0.5F);
    for (std::size_t k = 0; k < weights.size(); ++k)
        for (std::size_t n = 0; n < line.sums.size(); ++n)
            line.sums[n] += weights[k] * line.levels[n + k];
    for (int n = 0; n < count; ++n)
        first[static_cast<std::ptrdiff_t>(n) * step] =
            static_cast<std::uint8_t>(line.sums[static_cast<std::size_t>(n)]);
}

/// Only around the code: blurred or not, the table looks the same.
void blur(GreyPicture& picture, const Box& box, double sigma) {
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> weights;
    for (int k = -reach; k <= reach; ++k)
        weights.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma))));
    float total = 0;
    for (const float weight : weights)
        total += weight;
    for (float& weight : weights)
        weight /= total;
    BlurredLine line;
    for (int y = box.top; y < box.bottom; ++y)
        blurLine(&picture.at(box.left, y), box.right - box.left, 1, weights, line);
    for (int x = box.left; x < box.right; ++x)
        blurLine(&picture.at(x, box.top), box.bottom - box.top, picture.width, weights, line);
}

void lightAndNoise(GreyPicture& picture, const Damage& damage, Random& random) {
    static const std::vector<float> grains = [] {
        Random own(1);
        std::normal_distribution<float> normal;
        std::vector<float> many(1 << 16);
        for (float& grain : many)
            grain = normal(own);
        return many;
    }();
    const double acrossX = between(random, -1, 1) * damage.light / picture.width;
    const double downY = between(random, -1, 1) * damage.light / picture.height;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const double light = 1 + acrossX * (x - picture.width / 2.0) + downY * (y - picture.height / 2.0);
            const double grain = damage.noise * grains[random() & 0xffff];
            picture.at(x, y) =
                static_cast<std::uint8_t>(std::clamp(picture.at(x, y) * light + grain, 0.0, 255.0));
        }
}

GreyPicture drawnTable(int width, int height) {
    GreyPicture picture(width, height);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            picture.at(x, y) = static_cast<std::uint8_t>(tableAcross(x) + tableDown(y));
    return picture;
}

/// The same under every code, so drawn once.
const GreyPicture& bareTable(CameraSize size) {
    static const GreyPicture vga = drawnTable(640, 480);
    static const GreyPicture fullHd = drawnTable(1920, 1080);
    return size == CameraSize::vga ? vga : fullHd;
}

Random randomFor(const Recipe& recipe, int n) {
    std::seed_seq seed{recipe.seed, static_cast<std::uint32_t>(recipe.size), static_cast<std::uint32_t>(n)};
    return Random(seed);
}

}  // namespace

DegradedPicture degradedPicture(const Recipe& recipe, int n) {
    Random random = randomFor(recipe, n);
    const Symbol& symbol = symbols[static_cast<std::size_t>(n) % symbols.size()];
    const Damage& damage = damages[static_cast<std::size_t>(n) / symbols.size() % damages.size()];
    const std::string text = textFor(symbol.format, random);
    const ZXing::BitMatrix code = drawn(symbol, text);
    GreyPicture picture = bareTable(recipe.size);
    const auto corners =
        cornersIn(picture, symbol, damage, static_cast<double>(code.height()) / code.width(), random);
    const double right = code.width();
    const double bottom = code.height();
    const Homography flat = through(corners, {{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}});
    const Box box = around(corners, picture, 12);
    lay(code, flat, box, picture);
    blur(picture, box, damage.blur * (recipe.size == CameraSize::vga ? 1 : 1.6));
    lightAndNoise(picture, damage, random);
    return {ZXing::ToString(symbol.format), damage.name, text, std::move(picture)};
}

GreyPicture emptyPicture(const Recipe& recipe, int n) {
    Random random = randomFor(recipe, n);
    GreyPicture picture = bareTable(recipe.size);
    lightAndNoise(picture, damages[static_cast<std::size_t>(n) % damages.size()], random);
    return picture;
}

}  // namespace remise::test
