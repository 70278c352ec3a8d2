#include "terminal/workbench/memory_test.h"

#include <sys/mman.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace remise::workbench {
namespace {

using Word = std::uint64_t;
constexpr std::uint64_t block = 64 << 20;

std::uint64_t freeBytes() {
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("MemAvailable:")) return std::stoull(line.substr(13)) << 10;
    return 0;
}

/// One word's bits, all unlike those of its neighbours (the finaliser of SplitMix64).
Word scattered(Word n) {
    n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9ULL;
    n = (n ^ (n >> 27)) * 0x94d049bb133111ebULL;
    return n ^ (n >> 31);
}

using Pattern = Word (*)(Word place);
constexpr Pattern patterns[] = {[](Word place) { return place; }, [](Word place) { return ~place; },
                                [](Word place) { return scattered(place); }};

/// The compiler must not take what it has just written for what the memory holds.
std::uint64_t tryBlock(volatile Word* words, std::size_t count) {
    std::uint64_t wrong = 0;
    for (const Pattern pattern : patterns) {
        for (std::size_t i = 0; i < count; ++i)
            words[i] = pattern(reinterpret_cast<Word>(words + i));
        for (std::size_t i = 0; i < count; ++i)
            if (words[i] != pattern(reinterpret_cast<Word>(words + i))) ++wrong;
    }
    return wrong;
}

}  // namespace

MemoryFinding testMemory(std::uint64_t atMost, const std::function<bool()>& shallStop) {
    const std::uint64_t available = freeBytes();
    const std::uint64_t bytes = std::min(atMost, available - available / 10) & ~std::uint64_t{4095};
    MemoryFinding found;
    // All of it is held until the end, so that no page is tried twice and another one never.
    std::vector<std::pair<void*, std::uint64_t>> held;
    for (std::uint64_t left = bytes; left > 0 && !shallStop();) {
        const std::uint64_t size = std::min(left, block);
        void* part = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (part == MAP_FAILED) break;
        held.emplace_back(part, size);
        found.wrongWords += tryBlock(static_cast<volatile Word*>(part), size / sizeof(Word));
        found.bytes += size;
        left -= size;
    }
    for (const auto& [part, size] : held)
        ::munmap(part, size);
    return found;
}

}  // namespace remise::workbench
