// remise-bench [NAME…]: measures and prints what is named, "scan" as well as "scan_16"; everything without
// names.
#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "tests/bench/bench.h"

namespace {

using namespace remise::bench;

using Names = std::vector<std::string_view>;

bool isPartOf(const Bench& bench, std::string_view name) {
    return bench.name.starts_with(name) || name.starts_with(bench.name);
}

bool isWanted(const Bench& bench, const Names& names) {
    return names.empty() ||
           std::any_of(names.begin(), names.end(), [&](auto name) { return isPartOf(bench, name); });
}

bool isWanted(const Figure& figure, const Names& names) {
    return names.empty() ||
           std::any_of(names.begin(), names.end(), [&](auto name) { return figure.name.starts_with(name); });
}

bool isKnown(std::string_view name) {
    return std::any_of(benches().begin(), benches().end(), [&](const Bench& b) { return isPartOf(b, name); });
}

}  // namespace

int main(int argc, char** argv) try {
    const Names names(argv + 1, argv + argc);
    for (const auto name : names) {
        if (isKnown(name)) continue;
        std::cerr << "remise-bench: there is no " << name << ". There are:";
        for (const Bench& bench : benches())
            std::cerr << ' ' << bench.name;
        std::cerr << '\n';
        return 2;
    }
    for (const Bench& bench : benches())
        if (isWanted(bench, names))
            for (const Figure& figure : bench.run())
                if (isWanted(figure, names)) std::cout << lineOf(figure) << std::endl;
} catch (const std::exception& broken) {
    std::cerr << "remise-bench: " << broken.what() << '\n';
    return 1;
}
