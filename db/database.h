#pragma once

/// Everything a store or a deed needs of the database.
#include "db/connection.h"
#include "db/error.h"
#include "db/pool.h"
#include "db/statement.h"
#include "db/transaction.h"
