#!/bin/sh
# Writes this week's overdue list and summary beside each other, and prints them, so that cron mails them.
#
#   weekly.sh BOOK FOLDER [DATE]
#
# BOOK is the folder that holds `ledgers/`; FOLDER takes the files and is made if need be; DATE is today if not given.
# Every Monday at 8, from the table of cron:
#
#   0 8 * * 1  /home/office/weekly.sh /home/office/rectification /home/office/weekly
#
# Cron starts programs with a short PATH and without a locale. So name the folder of `ledger` in PATH at the top of
# cron's table, and write `lang = "zh"` into `book.toml` if the mail is to be Chinese.
set -eu

book=$1
folder=$2
day=${3:-$(date +%Y-%m-%d)}

mkdir -p "$folder"
for report in overdue summary; do
    # The same day may be run again: --force replaces the file, in one step.
    ledger -C "$book" "$report" --today "$day" -o "$folder/$day-$report.md" --force
    ledger -C "$book" "$report" --today "$day" -o "$folder/$day-$report.csv" --force
    ledger -C "$book" "$report" --today "$day"
    echo
done
