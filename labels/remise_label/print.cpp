#include <algorithm>
#include <charconv>
#include <iostream>

#include "drivers/printers/papers.h"
#include "drivers/printers/printers.h"
#include "labels/label.h"
#include "labels/remise_label/drawn.h"
#include "labels/remise_label/printer_states.h"

namespace remise::labels::cli {
namespace {

constexpr int allPrinted = 0, notPrinted = 1, inDoubt = 4;

std::size_t copiesIn(const Options& options) {
    const auto given = options.find("--copies");
    if (given == options.end()) return 1;
    constexpr std::size_t most = 1000;
    std::size_t copies = 0;
    const std::string_view text = given->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), copies);
    if (error != std::errc() || end != text.data() + text.size() || copies == 0 || copies > most)
        throw UsageError("--copies is a number from 1 to " + std::to_string(most));
    return copies;
}

/// The one that was named, else the one that is plugged in.
std::string printerIn(const Options& options) {
    if (options.contains("--printer")) return required(options, "--printer");
    auto found = drivers::findPrinters();
    const bool isSilent = std::ranges::any_of(found, &drivers::PrinterIdentity::isSilent);
    std::erase_if(found, [](const drivers::PrinterIdentity& printer) { return printer.language.empty(); });
    if (found.empty() && isSilent)
        throw UsageError(
            "the printer that is plugged in may not be used: docs/drivers.md says how to get the right");
    if (found.empty())
        throw UsageError("no printer is plugged in: --printer tcp:ADDRESS, or virtual:FOLDER for pictures");
    if (found.size() > 1)
        throw UsageError("several printers are plugged in: --printer " + found[0].id + " or another");
    return found[0].id;
}

/// The first of the kind's papers that this printer is mostly sold with; empty when there is none.
std::string usualPaper(const drivers::PrinterIdentity& printer, std::string_view kind) {
    for (const Paper& paper : papersOf(kind))
        if (drivers::fitOf(printer, paper.width, paper.height) == drivers::Fit::usual) return nameOf(paper);
    return "";
}

/// A machine has one label: two equal ones on two machines are the worst that can happen.
void refuseTwins(std::string_view kind, std::size_t copies) {
    const bool isOfOneThing = kind == "unit" || kind == "drive";
    if (copies > 1 && isOfOneThing)
        throw UsageError("a " + std::string(kind) + " has one label: --copies is for other kinds");
}

std::vector<Bitmap> labelsFor(drivers::Printer& printer, std::string_view kind, const Options& options) {
    printer.status();  // a printer that was asked knows how fine its head is
    const auto& identity = printer.identity();
    const Resolution resolution = options.contains("--dpi") ? resolutionOf(options) : identity.resolution;
    Options sized = options;
    const std::string usual = usualPaper(identity, kind);
    if (!options.contains("--size") && !usual.empty()) sized["--size"] = usual;
    return drawnLabels(kind, sized, resolution);
}

/// What became of label n of all, for people; nothing while all goes well.
int told(const drivers::PrintResult& result, std::size_t n, std::size_t all) {
    if (result.printed == drivers::Printed::yes) return allPrinted;
    const bool isInDoubt = result.printed == drivers::Printed::inDoubt;
    std::cerr << "remise-label: label " << n << " of " << all
              << (isInDoubt ? " may have come out or not" : " was not printed") << ": "
              << sentenceOf(result.status) << '\n';
    return isInDoubt ? inDoubt : notPrinted;
}

}  // namespace

int print(Words words) {
    if (words.empty() || words[0].starts_with('-'))
        throw UsageError("print what? the kind of label comes first");
    const Options options =
        optionsOf(words.subspan(1), {"--data", "--size", "--dpi", "--printer", "--copies"});
    const auto printer = drivers::openPrinter(printerIn(options));
    const std::size_t copies = copiesIn(options);
    refuseTwins(words[0], copies);
    const auto labels = labelsFor(*printer, words[0], options);
    const std::size_t all = labels.size() * copies;
    for (std::size_t n = 0; n < all; ++n)
        if (const int failure = told(printer->print(labels[n / copies], words[0]), n + 1, all);
            failure != allPrinted)
            return failure;
    std::cout << "printed " << all << (all == 1 ? " label on " : " labels on ") << printer->identity().id
              << '\n';
    return allPrinted;
}

}  // namespace remise::labels::cli
