#include "server/workshop/review_pages.h"

#include "db/pool.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"
#include "server/workshop/review_view.h"
#include "server/workshop/settle_review.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr int mostLines = 200, mostSettled = 20;
constexpr std::string_view address = "/atelier/a-revoir";

struct ReviewPage {
    db::Pool& pool;
    const http::Pages& pages;

    [[nodiscard]] http::Reply show(const http::Request&, const std::optional<Refusal>& wrong) const;
    [[nodiscard]] http::Reply settle(const http::Request&) const;
};

Value settledLately(db::Connection& connection, const http::Strings& strings, const http::Request& request) {
    Value::Array rows;
    for (const auto& review :
         db::listReviews(connection, request.caller.site, db::ReviewState::settled, mostSettled))
        rows.push_back(Value::Object{{"code", review.subject},
                                     {"kind", kindInWords(review.kind, strings, request.language)},
                                     {"when", momentInWords(review.settled->at, request.language)},
                                     {"reason", review.settled->reason}});
    return rows;
}

http::Reply ReviewPage::show(const http::Request& request, const std::optional<Refusal>& wrong) const {
    const auto connection = pool.take();
    const auto& strings = pages.strings();
    const std::string& site = request.caller.site;
    const auto after = request.queryInteger("after", 0);
    if (!after) return http::Reply::problem(after.refusal(), request.language);
    const auto reviews = db::listReviews(*connection, site, db::ReviewState::open, mostLines, *after);
    const auto last = reviews.empty() ? *after : reviews.back().place;
    const auto more = db::countOpenReviews(*connection, site, last);
    const Value settled = settledLately(*connection, strings, request);
    return pages.page(
        "workshop/review",
        Value::Object{{"title", strings.text("review.title", request.language)},
                      {"wrong", wrong ? wrong->text(request.language) : ""},
                      {"is_empty", reviews.empty()},
                      {"groups", reviewView(*connection, strings, request, reviews)},
                      {"more", more > 0 ? strings.text("review.more", request.language,
                                                       {{"count", numberInWords(more, request.language)}})
                                        : ""},
                      {"next", std::to_string(last)},
                      {"has_settled", !settled.array().empty()},
                      {"settled", settled},
                      {"read_at", address}},
        request, wrong ? wrong->status() : 200);
}

/// All the lines of one thing at once, those that stood on the page: what came since waits for its own look.
http::Reply ReviewPage::settle(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    std::optional<Refusal> wrong;
    for (const std::string& text : form->texts("command")) {
        const auto command = Uuid::parse(text);
        const auto settled = command ? settleReview(pool, request, *command, form->text("reason"))
                                     : Outcome<db::Review>(Refusal(refusals::reviewUnknown));
        if (!settled) wrong = settled.refusal();
    }
    if (wrong) return show(request, wrong);
    return http::Reply::redirect(std::string(address));
}

}  // namespace

void addReviewPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    const ReviewPage page{pool, pages};
    router.add({"GET", std::string(address),
                [page](const http::Request& request) { return page.show(request, {}); }});
    router.add({"POST", std::string(address),
                [page](const http::Request& request) { return page.settle(request); }, 32768});
}

}  // namespace remise::workshop
