#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What is measured: `remise-bench [NAME…]`, one line a figure. Never a test: figures are read by people.
namespace remise::bench {

/// `value` is ours; `against` says in words what `reference` is. Both in `unit`.
struct Figure {
    std::string name;
    double value = 0;
    double reference = 0;
    std::string unit;
    std::string against;
};

/// A run that gives one or several figures, all named NAME or NAME_….
struct Bench {
    std::string_view name;
    std::vector<Figure> (*run)();
};

std::span<const Bench> benches();

/// bench NAME value=… reference=… ratio=… unit=… against="…"
std::string lineOf(const Figure&);

// The runs, one file each.
std::vector<Figure> measureServerAtRest();
std::vector<Figure> measureTerminalAtRest();
std::vector<Figure> measureLabelBytes();
std::vector<Figure> measureBarcodesInHd();
std::vector<Figure> measureBarcodesInVga();
std::vector<Figure> measureScans();
std::vector<Figure> measureLookUps();
std::vector<Figure> measureDrain();
std::vector<Figure> measureVerification();
std::vector<Figure> measureHeads();
std::vector<Figure> measureFront();
std::vector<Figure> measureOutbox();
std::vector<Figure> measureErasure();
std::vector<Figure> measureInventoryParsing();

}  // namespace remise::bench
