#include "drivers/printers/decode.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "labels/remise_label/words.h"

namespace remise::labels::cli {
namespace {

/// Longer than a day of labels; what is not a printer's stream at all should not fill the memory.
constexpr std::size_t mostBytes = std::size_t{256} << 20;

std::string allOf(std::istream& in) {
    std::string bytes;
    char piece[65536];
    while (in.read(piece, sizeof piece) || in.gcount() > 0) {
        bytes.append(piece, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > mostBytes) throw std::runtime_error("the stream is longer than 256 MB");
    }
    return bytes;
}

std::string streamOf(const std::string& file) {
    if (file == "-") return allOf(std::cin);
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::system_error(errno, std::generic_category(), "cannot read " + file);
    return allOf(in);
}

/// `out.png` as it is for one label; `out-1.png`, `out-2.png` for several.
std::string numbered(const std::string& file, std::size_t number, std::size_t all) {
    if (all == 1) return file;
    const std::size_t dot = file.ends_with(".png") ? file.size() - 4 : file.size();
    return file.substr(0, dot) + "-" + std::to_string(number) + file.substr(dot);
}

}  // namespace

int decode(Words words) {
    if (words.empty()) throw UsageError("decode what? a file, or - for what comes in");
    const Options options = optionsOf(words.subspan(1), {"-o"});
    const auto labels = drivers::decode(streamOf(std::string(words[0])));
    for (std::size_t n = 0; n < labels.size(); ++n) {
        std::cout << "label " << n + 1 << ": " << labels[n].width() << " x " << labels[n].height() << " dots";
        if (options.contains("-o")) {
            const std::string file = numbered(required(options, "-o"), n + 1, labels.size());
            save(file, toPng(labels[n]));
            std::cout << ", in " << file;
        }
        std::cout << '\n';
    }
    if (labels.empty()) std::cerr << "remise-label: no label in " << words[0] << '\n';
    return labels.empty() ? 1 : 0;
}

}  // namespace remise::labels::cli
