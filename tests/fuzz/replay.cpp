// Gives a fuzzer each file of the folders that are named, once. What a fuzzer has found stays found, and no
// clang is needed.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    int replayed = 0;
    for (int n = 1; n < count; ++n)
        for (const auto& file : std::filesystem::directory_iterator(arguments[n])) {
            std::ifstream in(file.path(), std::ios::binary);
            const std::vector<char> bytes{std::istreambuf_iterator<char>(in),
                                          std::istreambuf_iterator<char>()};
            std::cout << file.path().filename().string() << std::endl;  // the last one named is the culprit
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
            ++replayed;
        }
    std::cout << replayed << " inputs replayed\n";
    return replayed > 0 ? 0 : 1;
}
