// remise-label: draws labels into files and reads the barcodes of pictures.
#include <functional>
#include <iostream>

#include "labels/remise_label/words.h"

namespace {

namespace cli = remise::labels::cli;

constexpr std::string_view help = R"(remise-label: draw labels, read barcodes

  remise-label draw unit --code CODE --url URL [--text TEXT] (--png FILE | --zpl FILE)
  remise-label draw badge --code CODE --name NAME (--png FILE | --zpl FILE)
  remise-label read FILE.png      one line for each barcode in the picture; exit 1 when there is none
  remise-label printers           the printers this computer can use

URL is where the public pages live (https://remise.example): the label's QR code holds URL/u/CODE.
)";

int run(cli::Words words) {
    const std::map<std::string_view, std::function<int(cli::Words)>> commands{
        {"draw", cli::draw}, {"read", cli::read}, {"printers", cli::printers}};
    if (words.empty() || words[0] == "--help" || words[0] == "-h") {
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
