#include "tests/house/migration_rules.h"

#include <openssl/evp.h>

#include <array>
#include <map>

#include "tests/house/pattern.h"

namespace remise::house {
namespace {

const std::string folder = "db/migrations";
const std::string sumsPath = folder + "/checksums.txt";

struct Sum {
    std::size_t line = 0;
    std::string sha256;
};

/// File name → its line of the checksums.
std::map<std::string, Sum> readSums(const SourceFiles& files, Findings& findings) {
    static const Pattern shape(R"(([0-9a-f]{64})  (\S+))");
    std::map<std::string, Sum> sums;
    for (const SourceFile& file : files) {
        if (file.path != sumsPath) continue;
        const auto lines = linesOf(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto match = shape.whole(lines[i]);
            if (!match)
                findings.push_back({sumsPath, i + 1, "is no line of sha256sum"});
            else if (!sums.emplace((*match)[2], Sum{i + 1, (*match)[1]}).second)
                findings.push_back({sumsPath, i + 1, (*match)[2] + " is there twice"});
        }
    }
    return sums;
}

/// The SQL without comments, literals and blanks at its ends.
std::string bareSql(const std::string& sql) {
    static const Pattern silence(R"(--[^\n]*|#[^\n]*|/\*[^]*?\*/|'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*")");
    const std::string bare = silence.replacedIn(sql, "x");
    const auto end = bare.find_last_not_of(" \n\t;");
    return end == bare.npos ? "" : bare.substr(0, end + 1);
}

void checkStatement(const SourceFile& file, Findings& findings) {
    const std::string sql = bareSql(file.text);
    if (sql.find_first_not_of("x \n\t") == sql.npos)
        findings.push_back({file.path, 0, "holds no statement"});
    else if (sql.find(';') != sql.npos)
        findings.push_back(
            {file.path, 0, "holds more than one statement: the database records them one by one"});
}

void checkSum(const SourceFile& file, const std::string& name, const std::map<std::string, Sum>& sums,
              Findings& findings) {
    const auto sum = sums.find(name);
    if (sum == sums.end())
        findings.push_back(
            {file.path, 0,
             "is new: add this line to " + sumsPath + ":\n    " + sha256(file.text) + "  " + name});
    else if (sum->second.sha256 != sha256(file.text))
        findings.push_back({file.path, 0, "was edited. A migration never changes: write a new one"});
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i)
        text += {hex[digest[i] >> 4], hex[digest[i] & 15]};
    return text;
}

Findings checkMigrations(const SourceFiles& files) {
    static const Pattern shape(R"((\d{4})_[a-z0-9_]+\.sql)");
    Findings findings;
    auto sums = readSums(files, findings);
    std::map<std::string, std::string> numbers;
    for (const SourceFile& file : files) {
        if (!isUnder(file.path, folder) || file.path == sumsPath) continue;
        const std::string name = file.path.substr(folder.size() + 1);
        const auto match = shape.whole(name);
        if (!match) {
            findings.push_back({file.path, 0, "is not named NNNN_words.sql"});
            continue;
        }
        if (const auto [other, fresh] = numbers.emplace((*match)[1], name); !fresh)
            findings.push_back({file.path, 0, "has the number of " + other->second});
        checkStatement(file, findings);
        checkSum(file, name, sums, findings);
        sums.erase(name);
    }
    for (const auto& [name, sum] : sums)
        findings.push_back({sumsPath, sum.line, name + " is gone"});
    return findings;
}

}  // namespace remise::house
