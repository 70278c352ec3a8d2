#include "labels/bar_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace remise::labels {
namespace {

using Line = std::vector<float>;

constexpr int spacing = 10;  ///< pixels from line to line
constexpr int reach = 2;     ///< a line is the mean of itself and as many to both sides

// Lines are twice as fine as the picture: these count half pixels.
constexpr std::size_t nearby = 24;      ///< to both sides: tells what is black and white here
constexpr std::size_t furtherOn = 160;  ///< to both sides: tells how much there is between black and white

constexpr float faintest = 6;  ///< levels of grey between bar and gap; below it there is nothing
constexpr float share = 0.4F;  ///< of what lies between black and white further on

constexpr float paper = 128;  ///< what is outside the picture

float bilinear(const GreyPicture& picture, float x, float y) {
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const float dx = x - static_cast<float>(left);
    const float dy = y - static_cast<float>(top);
    const std::uint8_t* upper = picture.row(top) + left;
    const std::uint8_t* lower = upper + picture.width;
    const float above = static_cast<float>(upper[0]) + dx * static_cast<float>(upper[1] - upper[0]);
    const float below = static_cast<float>(lower[0]) + dx * static_cast<float>(lower[1] - lower[0]);
    return above + dy * (below - above);
}

/// All lines of one direction: how long and how many, and where they lie.
class Direction {
public:
    Direction(const GreyPicture& picture, double degrees)
        : m_picture(picture),
          m_cosine(static_cast<float>(std::cos(degrees * std::numbers::pi / 180))),
          m_sine(static_cast<float>(std::sin(degrees * std::numbers::pi / 180))) {}

    [[nodiscard]] int length() const { return extent(m_cosine, m_sine); }
    [[nodiscard]] int count() const { return extent(m_sine, m_cosine) / spacing; }

    /// The nth line, a sample a pixel.
    void sample(int n, Line& line) const {
        line.assign(static_cast<std::size_t>(length()), 0);
        for (int beside = -reach; beside <= reach; ++beside)
            add(offset(n) + static_cast<float>(beside), line);
        for (float& sum : line)
            sum /= 2 * reach + 1;
    }

    /// Where half a pixel of a line lies in the picture.
    [[nodiscard]] Point placeOf(int half, int n) const {
        const float along = static_cast<float>(half) / 2 - static_cast<float>(length()) / 2;
        return {static_cast<int>(middleX() + along * m_cosine - offset(n) * m_sine),
                static_cast<int>(middleY() + along * m_sine + offset(n) * m_cosine)};
    }

private:
    [[nodiscard]] int extent(float a, float b) const {
        return static_cast<int>(static_cast<float>(m_picture.width) * std::abs(a) +
                                static_cast<float>(m_picture.height) * std::abs(b));
    }
    [[nodiscard]] float middleX() const { return static_cast<float>(m_picture.width) / 2; }
    [[nodiscard]] float middleY() const { return static_cast<float>(m_picture.height) / 2; }
    [[nodiscard]] float offset(int n) const {
        return (static_cast<float>(n) + 0.5F - static_cast<float>(count()) / 2) * spacing;
    }

    void add(float off, Line& line) const {
        const float half = static_cast<float>(line.size()) / 2;
        float x = middleX() - half * m_cosine - off * m_sine;
        float y = middleY() - half * m_sine + off * m_cosine;
        const auto right = static_cast<float>(m_picture.width - 1);
        const auto bottom = static_cast<float>(m_picture.height - 1);
        for (float& sum : line) {
            sum += x >= 0 && y >= 0 && x < right && y < bottom ? bilinear(m_picture, x, y) : paper;
            x += m_cosine;
            y += m_sine;
        }
    }

    const GreyPicture& m_picture;
    float m_cosine;
    float m_sine;
};

/// Samples between the samples, by the four around each.
void refine(const Line& line, Line& fine) {
    fine.resize(line.size() * 2);
    const std::size_t last = line.size() - 1;
    for (std::size_t n = 0; n <= last; ++n) {
        const float before = line[n == 0 ? 0 : n - 1];
        const float next = line[std::min(n + 1, last)];
        const float afterNext = line[std::min(n + 2, last)];
        fine[2 * n] = line[n];
        fine[2 * n + 1] = (9 * (line[n] + next) - before - afterNext) / 16;
    }
}

/// Adds to each sample what sets it off from the mean of those around it, `gain` times.
void sharpen(Line& line, int around, float gain) {
    const Line from = line;
    const int last = static_cast<int>(line.size()) - 1;
    const auto at = [&](int n) { return from[static_cast<std::size_t>(std::clamp(n, 0, last))]; };
    float sum = 0;
    for (int n = -around; n <= around; ++n)
        sum += at(n);
    for (int n = 0; n <= last; ++n) {
        line[static_cast<std::size_t>(n)] += gain * (at(n) - sum / static_cast<float>(2 * around + 1));
        sum += at(n + around + 1) - at(n - around);
    }
}

/// The least of the samples up to `beside` away, for each sample, in one pass.
void leastAround(const Line& line, std::size_t beside, Line& least) {
    const std::size_t count = line.size();
    std::vector<std::size_t> rising(count);  // a queue of places whose samples only grow
    std::size_t first = 0;
    std::size_t end = 0;
    least.resize(count);
    for (std::size_t n = 0; n < count + beside; ++n) {
        if (n < count) {
            while (end > first && line[rising[end - 1]] >= line[n])
                --end;
            rising[end++] = n;
        }
        if (n < beside) continue;
        while (rising[first] + 2 * beside < n)
            ++first;
        if (n - beside < count) least[n - beside] = line[rising[first]];
    }
}

void negate(Line& line) {
    for (float& sample : line)
        sample = -sample;
}

/// Black and white by what is darkest and brightest nearby; white where there is little between them beside
/// what there is a little further on: paper between the last bar and the edge of the label.
void toBlackAndWhite(Line& line, std::uint8_t* row) {
    Line darkest;
    leastAround(line, nearby, darkest);
    Line brightest;
    negate(line);
    leastAround(line, nearby, brightest);
    negate(line);
    negate(brightest);
    Line negated(line.size());
    for (std::size_t n = 0; n < line.size(); ++n)
        negated[n] = darkest[n] - brightest[n];
    Line widest;
    leastAround(negated, furtherOn, widest);
    for (std::size_t n = 0; n < line.size(); ++n) {
        const bool isPaper = -negated[n] < std::max(faintest, -widest[n] * share);
        row[n] = isPaper || 2 * line[n] > darkest[n] + brightest[n] ? 255 : 0;
    }
}

}  // namespace

BarLines barLines(const GreyPicture& picture, double degrees, Sharpening sharpening) {
    const Direction direction(picture, degrees);
    BarLines lines{GreyPicture(2 * direction.length(), direction.count()), {}};
    const int right = lines.rows.width;
    lines.origin = direction.placeOf(0, 0);
    lines.endOfFirst = direction.placeOf(right, 0);
    lines.startOfLast = direction.placeOf(0, lines.rows.height);
    if (lines.rows.levels.empty()) return lines;
    Line line;
    Line fine;
    for (int n = 0; n < lines.rows.height; ++n) {
        direction.sample(n, line);
        refine(line, fine);
        if (sharpening == Sharpening::strong) sharpen(fine, 2, 2.5F);
        sharpen(fine, sharpening == Sharpening::strong ? 4 : 3, sharpening == Sharpening::strong ? 2.5F : 1);
        toBlackAndWhite(fine, &lines.rows.at(0, n));
    }
    return lines;
}

}  // namespace remise::labels
