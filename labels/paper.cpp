#include <array>
#include <charconv>
#include <cmath>

#include "labels/label.h"

namespace remise::labels {
namespace {

constexpr double longestSide = 1000;

std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::optional<double> readNumber(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size()) return {};
    if (!std::isfinite(value) || value <= 0 || value > longestSide) return {};
    return value;
}

}  // namespace

std::optional<Paper> paperNamed(std::string_view name) {
    const std::size_t by = name.find('x');
    if (by == std::string_view::npos) return {};
    const auto width = readNumber(name.substr(0, by));
    const auto height = readNumber(name.substr(by + 1));
    if (!width || !height) return {};
    return Paper{{*width}, {*height}};
}

std::string nameOf(const Paper& paper) {
    return number(paper.width.value) + "x" + number(paper.height.value);
}

}  // namespace remise::labels
