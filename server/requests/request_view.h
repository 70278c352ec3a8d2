#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "db/connection.h"
#include "db/request_store.h"
#include "server/domain/product.h"
#include "server/http/strings.h"

namespace remise::requests {

/// What pages say about requests, in the reader's language.
class RequestView {
public:
    /// Reads the catalogue once, for the names of products.
    RequestView(db::Connection&, const http::Strings&, domain::Language);

    /// A line of a list: number, what for, when it changed, badge.
    [[nodiscard]] domain::Value summary(const db::RequestRow&) const;
    /// The whole page: tracker, where it is, what happens next, units, documents, history.
    [[nodiscard]] domain::Value page(const db::RequestRow&) const;

private:
    using Details = http::Strings::Details;
    [[nodiscard]] std::string say(const std::string& key, const Details& details = {}) const;
    /// In words of its own where it is a commande (requests.KEY_commande).
    [[nodiscard]] std::string sayOf(const db::RequestRow&, const std::string& key,
                                    const Details& details = {}) const;
    [[nodiscard]] Details price(const db::RequestRow&) const;
    [[nodiscard]] std::string productName(const std::string& sku) const;
    [[nodiscard]] std::string what(const db::RequestRow&) const;
    [[nodiscard]] domain::Value steps(const db::RequestRow&) const;
    [[nodiscard]] domain::Value lines(const db::RequestRow&) const;
    [[nodiscard]] domain::Value units(const db::RequestRow&) const;
    [[nodiscard]] domain::Value history(const db::RequestRow&) const;
    [[nodiscard]] std::string next(const db::RequestRow&) const;
    void addCancelling(domain::Value&, const db::RequestRow&) const;
    void addSentences(domain::Value&, const db::RequestRow&) const;

    db::Connection& m_connection;
    const http::Strings& m_strings;
    domain::Language m_language;
    std::map<std::string, domain::Product> m_products;
};

/// Short reasons to choose from, each with its sentence (requests.GROUP.WORD).
domain::Value reasonChoices(std::span<const std::string_view> words, const std::string& group,
                            const http::Strings&, domain::Language);

}  // namespace remise::requests
