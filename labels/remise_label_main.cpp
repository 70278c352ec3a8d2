// remise-label: draws labels into files and reads the barcodes of pictures.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "drivers/printers/zpl/zpl.h"
#include "labels/badge_card.h"
#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "labels/unit_label.h"
#include "server/domain/codes.h"

namespace {

using namespace remise;
using Words = std::span<const std::string_view>;
using Options = std::map<std::string_view, std::string_view>;

constexpr std::string_view help = R"(remise-label: draw labels, read barcodes

  remise-label draw unit --code CODE --url URL [--text TEXT] (--png FILE | --zpl FILE)
  remise-label draw badge --code CODE --name NAME (--png FILE | --zpl FILE)
  remise-label read FILE.png      one line for each barcode in the picture; exit 1 when there is none
  remise-label printers           the printers this computer can use

URL is where the public pages live (https://remise.example): the label's QR code holds URL/u/CODE.
)";

/// The command was typed wrong: exit 2, with a word on what is right.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Options optionsOf(Words words, const std::vector<std::string_view>& known) {
    Options options;
    for (std::size_t at = 0; at < words.size(); at += 2) {
        const std::string name(words[at]);
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError("unknown option " + name);
        if (at + 1 == words.size()) throw UsageError(name + " wants a value after it");
        options[words[at]] = words[at + 1];
    }
    return options;
}

std::string required(const Options& options, std::string_view name) {
    const auto found = options.find(name);
    if (found == options.end() || found->second.empty()) throw UsageError(std::string(name) + " is missing");
    return std::string(found->second);
}

std::string codeOf(const Options& options, domain::CodeKind kind, std::string_view called) {
    const std::string code = required(options, "--code");
    if (domain::codeKind(code) != kind)
        throw UsageError("\"" + code + "\" is no code of " + std::string(called) +
                         " (letters BCDEFGHJKLNPRSTUVX, the last one checks the others)");
    return domain::normaliseScan(code);
}

std::string webAddress(const Options& options) {
    const std::string url = required(options, "--url");
    if (!url.starts_with("https://") && !url.starts_with("http://"))
        throw UsageError("--url must begin with https:// or http://, not \"" + url + "\"");
    return url;
}

void save(const std::string& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::system_error(errno, std::generic_category(), "cannot write " + file);
}

labels::Bitmap drawn(std::string_view kind, const Options& options) {
    if (kind == "unit") {
        const auto text = options.find("--text");
        return labels::drawUnitLabel({codeOf(options, domain::CodeKind::unit, "a unit"), webAddress(options),
                                      std::string(text == options.end() ? "" : text->second)});
    }
    return labels::drawBadgeCard(
        {codeOf(options, domain::CodeKind::badge, "a badge"), required(options, "--name")});
}

int draw(Words words) {
    const std::string_view kind = words.empty() ? "" : words[0];
    if (kind != "unit" && kind != "badge") throw UsageError("draw what? unit or badge");
    const Options options = kind == "unit"
                                ? optionsOf(words.subspan(1), {"--code", "--url", "--text", "--png", "--zpl"})
                                : optionsOf(words.subspan(1), {"--code", "--name", "--png", "--zpl"});
    if (!options.contains("--png") && !options.contains("--zpl"))
        throw UsageError("where to? --png FILE or --zpl FILE");
    const labels::Bitmap picture = drawn(kind, options);
    if (options.contains("--png")) save(required(options, "--png"), labels::toPng(picture));
    if (options.contains("--zpl")) save(required(options, "--zpl"), drivers::zpl::encode(picture));
    return 0;
}

int read(Words words) {
    if (words.size() != 1) throw UsageError("read wants one PNG file");
    const auto barcodes = labels::readBarcodes(labels::readPicture(words[0]));
    for (const labels::Barcode& barcode : barcodes)
        std::cout << barcode.text << '\n';
    if (barcodes.empty()) std::cerr << "remise-label: no barcode in " << words[0] << '\n';
    return barcodes.empty() ? 1 : 0;
}

int printers(Words) {
    std::cout << "virtual   no paper: leaves each label as a PNG and a ZPL file in a folder\n";
    return 0;
}

int run(Words words) {
    const std::map<std::string_view, std::function<int(Words)>> commands{
        {"draw", draw}, {"read", read}, {"printers", printers}};
    if (words.empty() || words[0] == "--help" || words[0] == "-h") {
        (words.empty() ? std::cerr : std::cout) << help;
        return words.empty() ? 2 : 0;
    }
    const auto command = commands.find(words[0]);
    if (command == commands.end()) throw UsageError("unknown command " + std::string(words[0]));
    return command->second(words.subspan(1));
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    try {
        return run(words);
    } catch (const UsageError& error) {
        std::cerr << "remise-label: " << error.what() << " (remise-label --help)\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "remise-label: " << error.what() << '\n';
        return 3;
    }
}
