"""The manual page, from what the program says of its own commands (ArgumentParser's description of itself, as JSON)."""

import textwrap
import time


def page(command, version, moment):
    day = time.strftime("%Y-%m-%d", time.gmtime(moment))
    lines = [f'.TH HUBWRIGHT 1 "{day}" "hubwright {version}" "User Commands"', ".SH NAME",
             "hubwright \\- build engagement hubs from Markdown and records", ".SH SYNOPSIS"]
    commands = [one for one in command["subcommands"] if one.get("shouldDisplay", True) and one["commandName"] != "help"]
    for one in commands:
        lines += [".B hubwright " + escaped(one["commandName"]), escaped(usage(one)), ".br"]
    lines[-1:] = [".SH DESCRIPTION", *prose(command["abstract"])]
    lines += prose("A hub is a folder with site-content: articles in Markdown, facts as records. Hubwright checks every reference "
                   "and writes a static site that reads the same from a host, from a folder of one, and from disk.")
    lines.append(".SH COMMANDS")
    for one in commands:
        lines += section(one, "hubwright")
    lines += [".SH EXIT STATUS", *prose("0 where there is no error, 1 where the content has one, 64 on wrong usage, 74 when the machine failed."),
              ".SH FILES", ".TP", ".I site-content/hub.yaml", "What the hub is: its title, address, language and sections.",
              ".TP", ".I public/", "The built site.",
              ".SH SEE ALSO", *prose("hubwright explain tells what a message, a kind, a field or a template means; "
                                     "hubwright explain --handbook writes the handbook of writers as a hub.")]
    return "\n".join(lines) + "\n"


def section(command, parents):
    name = f"{parents} {command['commandName']}"
    lines = [f".SS {escaped(name)} {escaped(usage(command))}".rstrip(), *prose(command.get("abstract", ""))]
    if command.get("discussion"):
        lines += [".PP", *prose(command["discussion"])]
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or {"name": "help", "kind": "long"} in argument.get("names", []):
            continue
        if argument.get("names") and argument["names"][0]["name"] == "version":
            continue
        lines += [".TP", ".B " + escaped(label(argument)), *prose(argument.get("abstract", "") + default(argument))]
    for one in command.get("subcommands", []):
        if one["commandName"] != "help" and one.get("shouldDisplay", True):
            lines += section(one, name)
    return lines


def label(argument):
    value = argument.get("valueName", "value").upper()
    if argument["kind"] == "positional":
        return value
    names = ", ".join(dashed(name) for name in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} {value}"


def dashed(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def default(argument):
    values = argument.get("allValues") or []
    words = f" One of {', '.join(values)}." if values else ""
    value = argument.get("defaultValue")
    return words + (f" (default: {value})" if value and value != "false" else "")


def usage(command):
    arguments = [one for one in command.get("arguments", []) if one["kind"] == "positional" and one.get("shouldDisplay", True)]
    words = [f"[{label(one)}]" if one.get("isOptional") else label(one) for one in arguments]
    return " ".join((["COMMAND"] if command.get("subcommands") else []) + words + ["[OPTION...]"])


def prose(text):
    return [escaped(line) for line in textwrap.wrap(" ".join(text.split()), 120, break_on_hyphens=False)]


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text
