"""Each constraint of a shape as a SPARQL query whose rows are what breaks it.

The queries run on the store that holds the graph already, which takes a tenth of the time of a SHACL engine over a
graph of its own; a test holds their results against pySHACL's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from seriktes.errors import DataError
from seriktes.rdf import terms as t
from seriktes.rdf.shapes import Constraint, Shape, Term

Subclasses = Callable[[NamedNode], tuple[NamedNode, ...]]

#: Counts are of the values together; everything else is asked of each value.
_COUNTS = {"minCount", "maxCount", "qualifiedMinCount", "qualifiedMaxCount"}
#: Oxigraph keeps every integer as xsd:integer, so that it can cast to nothing narrower (and a shape has to allow both).
_NARROW = {"nonNegativeInteger"}


def subclasses_in(store: Store) -> Subclasses:
    """A function that gives a class and all below it, by the statements of a store."""
    below: dict[str, set[str]] = {}
    rows = store.query(
        f"SELECT ?below ?above WHERE {{ ?below <{t.RDFS.iri}subClassOf>+ ?above FILTER(ISIRI(?below) && ISIRI(?above)) }}",
        use_default_graph_as_union=True,
    )
    if isinstance(rows, QuerySolutions):
        for row in rows:
            low, high = row["below"], row["above"]
            if isinstance(low, NamedNode) and isinstance(high, NamedNode):
                below.setdefault(high.value, set()).add(low.value)
    return lambda cls: tuple(NamedNode(iri) for iri in sorted({cls.value, *below.get(cls.value, ())}))


def _literal_of(datatype: NamedNode) -> str:
    """Whether ``?value`` is a literal of a datatype, well formed."""
    name = datatype.value.removeprefix(t.XSD.iri)
    if name in _NARROW:
        return f"COALESCE(DATATYPE(?value) = {datatype}, false)"
    return f"COALESCE(DATATYPE(?value) = {datatype} && ISLITERAL({datatype}(STR(?value))), false)"


def _holds(constraint: Constraint, subclasses: Subclasses) -> str:
    """A condition that is true of a ``?value`` that conforms, false otherwise, and never an error."""
    values = constraint.values
    match constraint.name, values:
        case "class", (NamedNode() as cls,):
            return f"({' || '.join(f'EXISTS {{ ?value a {below} }}' for below in subclasses(cls))})"
        case "datatype", (NamedNode() as datatype,):
            return _literal_of(datatype)
        case "in", _:
            return f"({' || '.join(f'sameTerm(?value, {choice})' for choice in values)})"
        case "languageIn", _:
            return f"COALESCE({' || '.join(f'LANGMATCHES(LANG(?value), {language})' for language in values)}, false)"
        case "minLength", (length,):
            return f"(!ISBLANK(?value) && STRLEN(STR(?value)) >= {length})"
        case "pattern", (pattern,):
            return f"(!ISBLANK(?value) && REGEX(STR(?value), {pattern}))"
        case "minInclusive", (least,):
            return f"COALESCE(?value >= {least}, false)"
        case "maxInclusive", (most,):
            return f"COALESCE(?value <= {most}, false)"
        case "or", _:
            return f"({' || '.join(_all_hold(choice, subclasses) for choice in constraint.inside)})"
        case "not", _:
            return f"!({_all_hold(constraint.inside[0], subclasses)})"
    raise DataError(f"ontology/shapes: sh:{constraint.name} is not known here; add it to rdf/shapes_sparql.py")


def _all_hold(constraints: Iterable[Constraint], subclasses: Subclasses) -> str:
    return f"({' && '.join(_holds(constraint, subclasses) for constraint in constraints)})"


def _target(shape: Shape, subclasses: Subclasses) -> str:
    kind, term = shape.target
    if kind == "targetSubjectsOf":
        return f"?focus {term} ?named ."
    return f"VALUES ?target {{ {' '.join(map(str, subclasses(term)))} }} ?focus a ?target ."


def _query(shape: Shape, constraint: Constraint, subclasses: Subclasses) -> str:
    """The query whose rows break a constraint."""
    target = _target(shape, subclasses)
    values = f"?focus {shape.path} ?value ." if shape.path else "BIND(?focus AS ?value)"
    if constraint.name in _COUNTS:
        return _counting(constraint, target, values, subclasses)
    if constraint.name == "uniqueLang":
        two = f"?focus {shape.path} ?one , ?other . FILTER(LANG(?one) = LANG(?other) && LANG(?one) != '' && STR(?one) < STR(?other))"
        return f"SELECT DISTINCT ?focus WHERE {{ {target} {two} }}"
    if constraint.name == "lessThan":
        later = f"?focus {constraint.values[0]} ?later . FILTER(!COALESCE(?value < ?later, false))"
        return f"SELECT DISTINCT ?focus ?value WHERE {{ {target} {values} {later} }}"
    return f"SELECT DISTINCT ?focus ?value WHERE {{ {target} {values} FILTER(!{_holds(constraint, subclasses)}) }}"


def _counting(constraint: Constraint, target: str, values: str, subclasses: Subclasses) -> str:
    (number,) = constraint.values
    if constraint.inside:
        values += f" FILTER{_all_hold(constraint.inside[0], subclasses)}"
    least, bound = constraint.name.lower().endswith("mincount"), str(number.value if isinstance(number, Literal) else number)
    if least and bound == "1":  # nothing to count: a look for one, or for two, takes a third of the time
        return f"SELECT DISTINCT ?focus WHERE {{ {target} FILTER NOT EXISTS {{ {values} }} }}"
    if not least and bound == "1":
        others = values.replace("?value", "?other")
        return f"SELECT DISTINCT ?focus WHERE {{ {target} {values} {others} FILTER(!sameTerm(?value, ?other)) }}"
    where, sign = (f"{target} OPTIONAL {{ {values} }}", "<") if least else (f"{target} {values}", ">")
    return f"SELECT ?focus WHERE {{ {where} }} GROUP BY ?focus HAVING(COUNT(DISTINCT ?value) {sign} {number})"


def broken(store: Store, shape: Shape, subclasses: Subclasses) -> Iterator[tuple[Constraint, Term, Term | None]]:
    """What breaks a shape in a store: the constraint, the focus, and the value where one value is at fault."""
    for constraint in shape.constraints:
        rows = store.query(_query(shape, constraint, subclasses), use_default_graph_as_union=True)
        if not isinstance(rows, QuerySolutions):
            raise DataError(f"ontology/shapes: {shape.name} gave no rows")
        with_value = len(rows.variables) == 2
        for row in rows:
            focus, value = row["focus"], row["value"] if with_value else None
            if focus is not None:
                yield constraint, focus, value
