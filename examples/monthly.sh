#!/bin/sh
# Closes the month: checks the book, commits what is not committed, and writes a seal for the monthly report.
#
#   monthly.sh BOOK FOLDER [DATE]
#
# BOOK is the folder that holds `ledgers/`, a git repository; FOLDER takes the seals, one file a month, and is made if
# need be: outside of the book, on another disk or on paper best. DATE is today if not given.
#
# To install it:
#   1. Copy it to a folder of the office and make it executable: chmod +x monthly.sh
#   2. Say in the book who commits: git config user.name "…"; git config user.email "…"
#   3. Put these lines into the table of cron (crontab -e). Cron has a short PATH and no locale, so name both:
#
#        PATH=/usr/local/bin:/usr/bin:/bin
#        LC_ALL=C.UTF-8
#        30 18 28 * *  /home/office/monthly.sh /home/office/rectification /home/office/seals
#
# It prints what `ledger check` finds and the seal, which cron mails. Where a file cannot be read, or the history does not
# hold what an earlier seal says, nothing is committed and sealed, and the status is not 0.
set -eu

book=$1
folder=$2
day=${3:-$(date +%Y-%m-%d)}
mkdir -p "$folder"
seal=$folder/seal-$(printf '%s' "$day" | cut -c 1-7).txt

# What cannot be read stops here; what is merely to be mended is printed, and does not keep the month open.
ledger -C "$book" list --today "$day" --ids > /dev/null
ledger -C "$book" check --today "$day" || echo
for earlier in "$folder"/seal-*.txt; do
    # Without any the pattern stands for itself.
    if [ -e "$earlier" ]; then
        ledger -C "$book" verify --seal "$earlier"
    fi
done

git -C "$book" add -A -- ledgers
if ! git -C "$book" diff --cached --quiet -- ledgers; then
    git -C "$book" commit -q -m "The ledgers as of $day" -- ledgers
fi

# The same month may be run again: --force replaces the file, in one step.
ledger -C "$book" seal --today "$day" -o "$seal" --force
cat "$seal"
