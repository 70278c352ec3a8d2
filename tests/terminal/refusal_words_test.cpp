#include <QDir>
#include <QRegularExpression>
#include <boost/test/unit_test.hpp>

namespace {

QString textOf(const QString& path) {
    QFile file(QString(REMISE_SOURCE_DIR) + "/" + path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// The French sentence of a refusal, by the name it has in the code.
QString sentenceOf(const QString& name) {
    const QRegularExpression row("RefusalKind " + name + R"(\{"\w+", \d+, "((?:[^"\\]|\\.)*)\")");
    return row.match(textOf("server/domain/refusals.h")).captured(1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(refusal_words_test)

/// What a sentence speaks of is given where it is raised: no {code} and no hole reaches the screen.
BOOST_AUTO_TEST_CASE(no_refusal_that_the_terminal_raises_has_a_hole) {
    const QRegularExpression raised(R"(refusals::(\w+)([,.]?))");
    int seen = 0;
    for (const QString& file :
         QDir(QString(REMISE_SOURCE_DIR) + "/terminal").entryList({"*.cpp"}, QDir::Files)) {
        auto found = raised.globalMatch(textOf("terminal/" + file));
        while (found.hasNext()) {
            const auto match = found.next();
            if (!match.captured(2).isEmpty()) continue;  // with its details, or only looked at
            const QString sentence = sentenceOf(match.captured(1));
            BOOST_TEST(!sentence.isEmpty(), match.captured(1).toStdString());
            BOOST_TEST(!sentence.contains('{'), file.toStdString()
                                                    << ": " << match.captured(1).toStdString());
            ++seen;
        }
    }
    BOOST_TEST(seen > 20);
}

BOOST_AUTO_TEST_SUITE_END()
