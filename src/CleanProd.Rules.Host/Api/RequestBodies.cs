using System.Net.Mime;
using CleanProd.Rules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace CleanProd.Rules.Host.Api;

/// <summary>What the OpenAPI document says of bodies that handlers read for themselves.</summary>
internal static class RequestBodies
{
    /// <summary>A form of files and a few words about them.</summary>
    internal static TBuilder TakesForm<TBuilder>(this TBuilder endpoint, params (string Field, string Meaning)[] fields) where TBuilder : IEndpointConventionBuilder
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "files" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["files"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Bytes(), Description = "The files: CSV, JSON or Excel, named after their tables or read with the map." },
            },
        };
        foreach (var (field, meaning) in fields) form.Properties.Add(field, new OpenApiSchema { Type = JsonSchemaType.String, Description = meaning });
        return endpoint.Takes((MediaTypeNames.Multipart.FormData, form));
    }

    /// <summary>Rows of a table.</summary>
    internal static TBuilder TakesRows<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        var cell = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null };
        var rows = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = cell },
            Description = $"One object for each row, with the columns of the table as members. Tables: {string.Join(", ", FactTables.All.Select(t => t.Name))}.",
        };
        return endpoint.Takes((MediaTypeNames.Application.Json, rows), (MediaTypeNames.Text.Csv, new OpenApiSchema { Type = JsonSchemaType.String }));
    }

    /// <summary>A file as it is.</summary>
    internal static TBuilder TakesBytes<TBuilder>(this TBuilder endpoint, string mediaType = MediaTypeNames.Application.Octet) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Takes((mediaType, Bytes()));

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static TBuilder Takes<TBuilder>(this TBuilder endpoint, params (string MediaType, OpenApiSchema Schema)[] bodies) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = bodies.ToDictionary(b => b.MediaType, b => new OpenApiMediaType { Schema = b.Schema }, StringComparer.Ordinal),
            };
            return Task.CompletedTask;
        });
}
