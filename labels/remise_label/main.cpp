// remise-label: draws and prints labels, asks printers, and reads barcodes.
#include <algorithm>
#include <functional>
#include <iostream>

#include "labels/remise_label/words.h"

namespace {

namespace cli = remise::labels::cli;

constexpr std::string_view help = R"(remise-label: draw labels, read barcodes

  remise-label draw KIND --data JSON|@FILE [--size 50x25] [--dpi 203|300] -o FILE.png|.pdf|.zpl
  remise-label draw KIND --data JSON|@FILE [--size 62x29] [--model QL-820NWB] -o FILE.ql|.escpos    what a printer gets
  remise-label draw KIND --data JSON|@FILE --sheet 70x37 [--used N] -o FILE.pdf    A4 sheets
  remise-label read [--json] FILE…   the barcodes in pictures (PNG, JPEG), a line each, or as a list of
                                  {"text", "format", "position": four corners in pixels}; exit 1 when a picture has none
  remise-label print KIND --data JSON|@FILE [--size 50x25] [--dpi 203|300] [--printer ID] [--copies N]
                                  without --printer on the one that is plugged in; exit 1: a label was not printed; 4: one
                                  may have come out or not
  remise-label printers [--json|--wait] [ID…]   how these printers are, without ID all that are plugged in; exit 1 unless
                                  there is one and all are ready; --wait: until one is plugged in and ready
  remise-label scan [--count N]   what scanners in HID POS mode read, a line of JSON each, until Ctrl-C
  remise-label decode FILE|- [-o OUT.png]   the labels in the bytes that a printer gets

A printer's ID: usb:VENDOR:PRODUCT:SERIAL as `printers` tells it, tcp:ADDRESS[:PORT][/MODEL[/ROLL]] on the network,
virtual:FOLDER for pictures in a folder.

Kinds of labels, their fields and papers are in docs/labels.md. A JSON array makes several labels.
)";

int run(cli::Words words) {
    const std::map<std::string_view, std::function<int(cli::Words)>> commands{
        {"draw", cli::draw},   {"read", cli::read},     {"printers", cli::printers},
        {"print", cli::print}, {"decode", cli::decode}, {"scan", cli::scan}};
    const auto asksForHelp = [](std::string_view word) { return word == "--help" || word == "-h"; };
    if (words.empty() || std::ranges::any_of(words, asksForHelp)) {
        (words.empty() ? std::cerr : std::cout) << help;
        return words.empty() ? 2 : 0;
    }
    const auto command = commands.find(words[0]);
    if (command == commands.end()) throw cli::UsageError("unknown command " + std::string(words[0]));
    return command->second(words.subspan(1));
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    try {
        return run(words);
    } catch (const cli::UsageError& error) {
        std::cerr << "remise-label: " << error.what() << " (remise-label --help)\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "remise-label: " << error.what() << '\n';
        return 3;
    }
}
