#include "drivers/disks/fill.h"

#include <sys/random.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <stdexcept>

#include "server/domain/ids.h"

namespace remise::drivers::disks {
namespace {

constexpr std::size_t piece = 512;
using Piece = std::array<std::uint64_t, piece / sizeof(std::uint64_t)>;

/// xoshiro256** (Blackman and Vigna, 2018). It hides nothing: what is to be proved is that the drive holds
/// what was written last, and bytes that do not compress keep it from storing less.
class Generator {
public:
    Generator(const std::array<std::uint64_t, 4>& seed, std::uint64_t place) : m_state(seed) {
        for (std::uint64_t& word : m_state)
            word ^= mixed(place += 0x9e3779b97f4a7c15);
        if (m_state == std::array<std::uint64_t, 4>{}) m_state[0] = 1;  // it would stay zero for ever
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

private:
    /// SplitMix64's last step: neighbouring places get states that have nothing in common.
    static std::uint64_t mixed(std::uint64_t word) {
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }

    std::array<std::uint64_t, 4> m_state;
};

Piece randomPiece(const std::array<std::uint64_t, 4>& seed, std::uint64_t offset) {
    Generator generator(seed, offset / piece);
    Piece bytes;
    for (std::uint64_t& word : bytes)
        word = generator.next();
    return bytes;
}

bool isAll(std::uint8_t byte, ConstBytes read) {
    return read.empty() ||
           (read[0] == byte && std::memcmp(read.data(), read.data() + 1, read.size() - 1) == 0);
}

bool isUniformBySector(ConstBytes read) {
    for (std::size_t at = 0; at < read.size(); at += piece)
        if (!isAll(read[at], read.subspan(at, piece))) return false;
    return true;
}

}  // namespace

Fill Fill::zeros() {
    return Fill(Kind::zeros);
}

Fill Fill::ones() {
    return Fill(Kind::ones);
}

Fill Fill::random() {
    Fill fill(Kind::random);
    if (getrandom(fill.m_seed.data(), sizeof fill.m_seed, 0) != sizeof fill.m_seed)
        throw std::runtime_error("The kernel gives no random bytes");
    return fill;
}

std::optional<Fill> Fill::random(std::string_view seed) {
    const auto digest = domain::Digest::parse(seed);  // of the same 32 bytes
    if (!digest) return {};
    Fill fill(Kind::random);
    static_assert(sizeof fill.m_seed == sizeof digest->bytes);
    std::memcpy(fill.m_seed.data(), digest->bytes.data(), sizeof fill.m_seed);
    return fill;
}

Fill Fill::anyUniform() {
    return Fill(Kind::anyUniform);
}

std::string_view Fill::name() const {
    constexpr std::array<std::string_view, 4> names{"zero", "ones", "random", "any_uniform"};
    return names.at(static_cast<std::size_t>(m_kind));
}

std::string Fill::seed() const {
    if (m_kind != Kind::random) return {};
    domain::Digest bytes;
    std::memcpy(bytes.bytes.data(), m_seed.data(), sizeof m_seed);
    return bytes.hex();
}

void Fill::write(std::uint64_t offset, Bytes into) const {
    assert(offset % piece == 0 && into.size() % piece == 0 && m_kind != Kind::anyUniform);
    if (m_kind != Kind::random) {
        std::memset(into.data(), m_kind == Kind::zeros ? 0 : 0xff, into.size());
        return;
    }
    for (std::size_t at = 0; at < into.size(); at += piece) {
        const Piece bytes = randomPiece(m_seed, offset + at);
        std::memcpy(into.data() + at, bytes.data(), piece);
    }
}

bool Fill::matches(std::uint64_t offset, ConstBytes read) const {
    assert(offset % piece == 0 && read.size() % piece == 0);
    if (m_kind == Kind::zeros || m_kind == Kind::ones) return isAll(m_kind == Kind::zeros ? 0 : 0xff, read);
    if (m_kind == Kind::anyUniform) return isUniformBySector(read);
    for (std::size_t at = 0; at < read.size(); at += piece)
        if (std::memcmp(read.data() + at, randomPiece(m_seed, offset + at).data(), piece) != 0) return false;
    return true;
}

}  // namespace remise::drivers::disks
