#!/bin/sh
# Run once by the image of PostgreSQL, when its data directory is made: the login that owns the program's tables. It may make
# roles and is no superuser.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set "password=$OWNER_PASSWORD" <<'SQL'
create role prongsai_owner login createrole password :'password';
create database prongsai owner prongsai_owner;
revoke connect on database prongsai from public;
SQL
