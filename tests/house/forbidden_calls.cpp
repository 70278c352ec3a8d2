#include "tests/house/forbidden_calls.h"

#include <algorithm>
#include <set>

#include "tests/house/pattern.h"

namespace remise::house {
namespace {

struct Forbidden {
    Pattern pattern;
    std::string_view why;
};

const Forbidden connectorNames{Pattern(R"(\bsql::)"), "sql:: stays in db/"};

const Forbidden swallowingCalls{Pattern(R"((\.|->)\s*(commit|rollback|setAutoCommit)\s*\()"),
                                "the connector's commit, rollback and setAutoCommit swallow errors: execute "
                                "START TRANSACTION, COMMIT and "
                                "ROLLBACK as statements"};

const Forbidden truncatingCalls{Pattern(R"(\b(getInt|getUInt)\s*\()"),
                                "the connector's getInt and getUInt truncate: getInt64, getUInt64"};

std::set<std::string> includesOf(const SourceFile& file) {
    static const Pattern include(R"re((?:^|\n)\s*#\s*include\s*["<]([^">]+))re");
    std::set<std::string> headers;
    for (const Match& match : include.allIn(file.text))
        headers.insert(match[1]);
    return headers;
}

/// The paths of all files that include the connector, or one of ours that does.
std::set<std::string> filesThatSeeTheConnector(const SourceFiles& files) {
    std::set<std::string> seeing;
    const auto sees = [&](const std::string& header) {
        return header.starts_with("cppconn/") || header.starts_with("mysql_") || seeing.contains(header);
    };
    for (std::size_t before = 1; seeing.size() != before;) {
        before = seeing.size();
        for (const SourceFile& file : files)
            if (isCpp(file))
                if (const auto headers = includesOf(file); std::any_of(headers.begin(), headers.end(), sees))
                    seeing.insert(file.path);
    }
    return seeing;
}

void search(const SourceFile& file, const std::string& code, const Forbidden& forbidden, Findings& findings) {
    const auto lines = linesOf(code);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (forbidden.pattern.isIn(lines[i]))
            findings.push_back({file.path, i + 1, std::string(forbidden.why)});
}

}  // namespace

Findings checkConnectorCalls(const SourceFiles& files) {
    Findings findings;
    const auto seeing = filesThatSeeTheConnector(files);
    for (const SourceFile& file : files) {
        if (!isCpp(file)) continue;
        const std::string code = codeOf(file.text);
        if (!isUnder(file.path, "db")) search(file, code, connectorNames, findings);
        if (seeing.contains(file.path)) search(file, code, swallowingCalls, findings);
        if (isUnder(file.path, "db") || isUnder(file.path, "server"))
            search(file, code, truncatingCalls, findings);
    }
    return findings;
}

}  // namespace remise::house
